-- dossier_domain: every current dossier's standing by domain
-- grain:  one row per current dossier and domain
-- key:    body_id, dossier_no, domain_id
-- units:  value_micro as in domain_index
-- reads:  current_dossier, domain_index, model_domain, model_rule
select
    current_dossier.body_id,
    current_dossier.dossier_no,
    model_domain.domain_id,
    domain_index.value_micro,
    domain_index.value_micro is not null as is_assessable,
    model_rule.model_id,
    model_rule.model_version
from current_dossier
cross join model_domain
cross join model_rule
left join domain_index
    on domain_index.row_key = current_dossier.row_key and domain_index.domain_no = model_domain.domain_no
