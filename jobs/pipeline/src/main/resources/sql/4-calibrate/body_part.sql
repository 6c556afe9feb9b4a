-- body_part: by body, how a domain or an indicator stands to the rest of the same dossiers
-- grain:  one row per body and domain or indicator
-- key:    body_id, part_kind, part_no
-- units:  sum_micro in millionths of the scale, square in 10^-12; of the part's mean distance from
--         what is usual, less what that of all other parts leads one to expect: how good the institution
--         is and how strict the body is cancel out, each part moving as far as it has room;
--         sum_room_micro of the part's mean room, see score_expectation
-- reads:  dossier_residual, domain_residual, indicator_residual
-- A dossier with one part only, or full marks in all others by everybody, has no rest to hold it to.
with

placed as (
    select
        dossier_residual.body_id,
        'domain' as part_kind,
        domain_residual.domain_no as part_no,
        domain_residual.n_items,
        domain_residual.residual_micro,
        domain_residual.room_micro,
        dossier_residual.residual_sum_micro - domain_residual.residual_micro as rest_micro,
        dossier_residual.room_sum_micro - domain_residual.room_micro as rest_room_micro
    from domain_residual
    inner join dossier_residual on dossier_residual.row_key = domain_residual.row_key
    union all
    select
        dossier_residual.body_id,
        'indicator' as part_kind,
        indicator_residual.indicator_no as part_no,
        indicator_residual.n_items,
        indicator_residual.residual_micro,
        indicator_residual.room_micro,
        dossier_residual.residual_sum_micro - indicator_residual.residual_micro as rest_micro,
        dossier_residual.room_sum_micro - indicator_residual.room_micro as rest_room_micro
    from indicator_residual
    inner join dossier_residual on dossier_residual.row_key = indicator_residual.row_key
),

apart as (
    select
        body_id,
        part_kind,
        part_no,
        cast(
            round((residual_micro - cast(rest_micro as double) * room_micro / rest_room_micro) / n_items) as bigint
        ) as apart_micro,
        cast(round(cast(room_micro as double) / n_items) as bigint) as room_micro
    from placed
    where rest_room_micro > 0
)

select
    body_id, part_kind, cast(part_no as int) as part_no,
    cast(count(*) as bigint) as n,
    cast(sum(apart_micro) as bigint) as sum_micro,
    cast(sum(cast(apart_micro as decimal(19, 0)) * cast(apart_micro as decimal(19, 0))) as decimal(38, 0)) as square,
    cast(sum(room_micro) as bigint) as sum_room_micro
from apart
group by body_id, part_kind, part_no
