-- peer_group: each institution's assessment and the peers it is compared with
-- grain:  one row per institution whose newest certificate holds
-- key:    institution_code
-- units:  index_micro in millionths of a star; n_peers in institutions, its own left out
-- reads:  peer_institution, peer_trait, peer_choice, peer_rule, peer_limit, dossier
select
    coalesce(dossier.institution_code, dossier.body_id || '/' || dossier.dossier_no) as institution_code,
    dossier.institution_name,
    dossier.body_id,
    dossier.dossier_no,
    dossier.revision,
    dossier.assessed_on,
    dossier.valid_until as expires_on,
    dossier.region_code,
    dossier.unit37,
    dossier.sector_id,
    dossier.organisation_type,
    dossier.applied_star,
    dossier.awarded_star,
    dossier.recomputed_star,
    dossier.index_micro,
    dossier.is_censored,
    peer_rule.rule,
    peer_rule.rule_step,
    peer_limit.rule_version,
    peer_choice.peer_region,
    case when peer_choice.n_group > peer_limit.least_n then peer_choice.n_group - 1 end as n_peers,
    previous.assessed_on as previous_assessed_on,
    previous.awarded_star as previous_awarded_star,
    previous.index_micro as previous_index_micro,
    case when peer_choice.n_group > peer_limit.shown_n then 'OK' else 'NOT_ENOUGH' end as obs_status,
    case when peer_choice.n_group <= peer_limit.shown_n then 'FEW_PEERS' end as reason,
    dossier.model_id,
    dossier.model_version
from peer_institution
inner join peer_trait
    on peer_trait.region_leaf_no = peer_institution.region_leaf_no
    and peer_trait.organisation_type_part = peer_institution.organisation_type_part
    and peer_trait.sector_part = peer_institution.sector_part
inner join peer_choice on peer_choice.trait_no = peer_trait.trait_no
inner join peer_rule on peer_rule.rule_step = peer_choice.rule_step
cross join peer_limit
inner join dossier on dossier.row_key = peer_institution.row_key
left join dossier as previous on previous.row_key = peer_institution.previous_row_key
