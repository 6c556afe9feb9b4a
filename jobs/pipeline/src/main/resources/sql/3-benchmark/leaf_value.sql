-- leaf_value: how often each value occurs in the finest cells
-- grain:  one row per region, sector, organisation type, stars, month, measure and value
-- key:    all columns but n
-- reads:  dossier, measure_value
-- Fixed-point scores take few distinct values: counted once here, they give every coarser cell,
-- every quantile and every share exactly, and they merge over partitions.
select
    dossier.region_code,
    dossier.sector_id,
    dossier.organisation_type,
    coalesce(cast(dossier.applied_star as string), 'NONE') as applied_star,
    coalesce(cast(dossier.awarded_star as string), 'NONE') as awarded_star,
    dossier.period,
    measure_value.measure_kind,
    measure_value.measure_id,
    measure_value.value_micro,
    cast(count(*) as bigint) as n
from measure_value
inner join dossier on dossier.row_key = measure_value.row_key
where dossier.anchor_id is null and dossier.round_id is null
group by
    dossier.region_code, dossier.sector_id, dossier.organisation_type,
    coalesce(cast(dossier.applied_star as string), 'NONE'),
    coalesce(cast(dossier.awarded_star as string), 'NONE'),
    dossier.period, measure_value.measure_kind, measure_value.measure_id, measure_value.value_micro
