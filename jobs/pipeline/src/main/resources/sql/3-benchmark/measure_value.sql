-- measure_value: everything a dossier is benchmarked on, one value a row
-- grain:  one row per landed dossier and measure with a value (star, recomputed, index and total: per
--         current dossier)
-- key:    row_key, measure_no
-- units:  value_micro in millionths: of a star (star, recomputed, index), of a point (total), as in
--         domain_index and indicator_index (domain, indicator)
-- reads:  dossier, domain_index, indicator_index, benchmark_measure
with

final as (
    select dossier.row_key, benchmark_measure.measure_no, cast(dossier.awarded_star as bigint) * 1000000 as value_micro
    from dossier
    inner join benchmark_measure on benchmark_measure.measure_kind = 'star'
    where dossier.awarded_star is not null
    union all
    select dossier.row_key, benchmark_measure.measure_no, cast(dossier.recomputed_star as bigint) * 1000000 as value_micro
    from dossier
    inner join benchmark_measure on benchmark_measure.measure_kind = 'recomputed'
    where dossier.recomputed_star is not null
    union all
    select dossier.row_key, benchmark_measure.measure_no, dossier.index_micro as value_micro
    from dossier
    inner join benchmark_measure on benchmark_measure.measure_kind = 'index'
    where dossier.index_micro is not null
    union all
    select dossier.row_key, benchmark_measure.measure_no, dossier.total_micro as value_micro
    from dossier
    inner join benchmark_measure on benchmark_measure.measure_kind = 'total'
    where dossier.total_micro is not null
    union all
    select domain_index.row_key, benchmark_measure.measure_no, domain_index.value_micro
    from domain_index
    inner join benchmark_measure
        on benchmark_measure.measure_kind = 'domain' and benchmark_measure.part_no = domain_index.domain_no
    union all
    select indicator_index.row_key, benchmark_measure.measure_no, indicator_index.value_micro
    from indicator_index
    inner join benchmark_measure
        on benchmark_measure.measure_kind = 'indicator'
        and benchmark_measure.part_no = indicator_index.indicator_no
)

select row_key, measure_no, value_micro from final
