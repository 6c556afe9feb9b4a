-- body_part: by body, how a domain or an indicator stands to the rest of the same dossiers
-- grain:  one row per body and domain or indicator
-- key:    body_id, part_kind, part_no
-- units:  sum_micro in millionths of the scale, square in 10^-12; of the part's mean distance from
--         what is usual, less that of the whole dossier: how good the institution is cancels out
-- reads:  dossier_residual, domain_residual, indicator_residual
with

placed as (
    select
        dossier_residual.body_id,
        'domain' as part_kind,
        domain_residual.domain_no as part_no,
        domain_residual.mean_micro - dossier_residual.residual_micro as apart_micro
    from domain_residual
    inner join dossier_residual on dossier_residual.row_key = domain_residual.row_key
    union all
    select
        dossier_residual.body_id,
        'indicator' as part_kind,
        indicator_residual.indicator_no as part_no,
        cast(round(cast(indicator_residual.residual_micro as double) / indicator_residual.n_items) as bigint)
        - dossier_residual.residual_micro as apart_micro
    from indicator_residual
    inner join dossier_residual on dossier_residual.row_key = indicator_residual.row_key
)

select
    body_id, part_kind, cast(part_no as int) as part_no,
    cast(count(*) as bigint) as n,
    cast(sum(apart_micro) as bigint) as sum_micro,
    cast(sum(cast(apart_micro as decimal(19, 0)) * cast(apart_micro as decimal(19, 0))) as decimal(38, 0)) as square
from placed
group by body_id, part_kind, part_no
