# Written by `firstline beside package redmine`.
require_relative 'lib/firstline_panel/hooks'

Redmine::Plugin.register :firstline_panel do
  name 'Firstline'
  author 'Firstline'
  description 'The panel of Firstline beside an issue, for the team.'
  version '1.0.0'
  requires_redmine version_or_higher: '5.0'
end
