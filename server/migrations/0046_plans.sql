-- Lists over all states, and the last deploy of each service, along an index.
create index escalation_by_time on escalation (escalated_at desc, id desc);
create index deploy_by_service on deploy (service, at desc) include (version);
