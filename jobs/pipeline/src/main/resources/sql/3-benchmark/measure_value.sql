-- measure_value: everything a dossier is benchmarked on, one value a row
-- grain:  one row per current dossier and measure with a value
-- key:    row_key, measure_kind, measure_id
-- units:  value_micro in millionths: of a star (star, recomputed, index), of a point (total), as in
--         domain_index and indicator_index (domain, indicator)
-- reads:  dossier, domain_index, indicator_index, model_domain, model_indicator, benchmark_measure
with

final as (
    select row_key, 'star' as measure_kind, 'star' as measure_id, cast(awarded_star as bigint) * 1000000 as value_micro
    from dossier
    where awarded_star is not null
    union all
    select row_key, 'recomputed' as measure_kind, 'recomputed' as measure_id, cast(recomputed_star as bigint) * 1000000 as value_micro
    from dossier
    where recomputed_star is not null
    union all
    select row_key, 'index' as measure_kind, 'index' as measure_id, index_micro as value_micro
    from dossier
    where index_micro is not null
    union all
    select row_key, 'total' as measure_kind, 'total' as measure_id, total_micro as value_micro
    from dossier
    where total_micro is not null
    union all
    select domain_index.row_key, 'domain' as measure_kind, model_domain.domain_id as measure_id, domain_index.value_micro
    from domain_index
    inner join model_domain on model_domain.domain_no = domain_index.domain_no
    union all
    select indicator_index.row_key, 'indicator' as measure_kind, model_indicator.indicator_id as measure_id, indicator_index.value_micro
    from indicator_index
    inner join model_indicator on model_indicator.indicator_no = indicator_index.indicator_no
)

select final.row_key, final.measure_kind, final.measure_id, final.value_micro
from final
inner join benchmark_measure on benchmark_measure.measure_kind = final.measure_kind
