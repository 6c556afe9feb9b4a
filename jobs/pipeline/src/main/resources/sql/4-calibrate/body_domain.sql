-- body_domain: by body and domain, sums over complete dossiers, for the correlation of domains
-- grain:  one row per body and domain
-- key:    body_id, domain_no
-- units:  sum_micro in millionths of the scale
-- reads:  dossier_residual, domain_residual
select
    dossier_residual.body_id,
    domain_residual.domain_no,
    cast(count(*) as bigint) as n,
    cast(sum(domain_residual.mean_micro) as bigint) as sum_micro
from domain_residual
inner join dossier_residual on dossier_residual.row_key = domain_residual.row_key
where dossier_residual.is_complete
group by dossier_residual.body_id, domain_residual.domain_no
