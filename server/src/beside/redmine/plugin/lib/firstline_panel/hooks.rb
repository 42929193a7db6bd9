require 'json'

module FirstlinePanel
  # In the side bar of an issue's page. Who may not read private notes is no one of the team, and sees nothing.
  class Hooks < Redmine::Hook::ViewListener
    # Where Firstline is, and the identifiers of the projects it mirrors.
    SETTINGS = JSON.parse(File.read(File.expand_path('../../config/firstline.json', __dir__)))
    WIDER = '@media (min-width: 1090px) { #main #sidebar { width: 400px; } }'.freeze

    def view_issues_sidebar_issues_bottom(context = {})
      issue = issue_of(context[:controller])
      return '' unless issue && shown?(issue)

      address = "#{SETTINGS['address']}/beside/redmine/#{issue.id}"
      safe_join([
        content_tag(:style, WIDER),
        content_tag(:h3, 'Firstline'),
        content_tag(:iframe, '', src: address, title: 'Firstline', allow: 'clipboard-write',
                                 referrerpolicy: 'no-referrer',
                                 style: 'width: 100%; min-width: 320px; height: 75vh; border: 1px solid #ddd'),
        content_tag(:p, link_to(l(:label_firstline_window), address, target: '_blank', rel: 'noopener'))
      ])
    end

    private

    def issue_of(controller)
      return nil unless controller.is_a?(IssuesController) && controller.action_name == 'show'

      controller.instance_variable_get(:@issue)
    end

    def shown?(issue)
      SETTINGS['projects'].include?(issue.project.identifier) &&
        User.current.allowed_to?(:view_private_notes, issue.project)
    end
  end
end
