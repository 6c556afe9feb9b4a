-- cell_dossier: the dossiers and institutions of every benchmark cell, and how old they are
-- grain:  one row per cell
-- key:    cell_key (without a measure)
-- units:  age_days_sum in days at as_of over the n_dated dossiers with a date
-- reads:  benchmark_dossier, benchmark_cut, region_leaf_member, period_leaf_member
-- Counts of dossiers add up; institutions do so only while each has one dossier, so that the few
-- with several are told apart and counted once a cell.
with

cut_dossier as (
    select
        benchmark_dossier.region_leaf_no * benchmark_cut.by_region as region_leaf_no,
        benchmark_dossier.period_leaf_no,
        benchmark_dossier.sector_part * benchmark_cut.by_sector
        + benchmark_dossier.organisation_type_part * benchmark_cut.by_organisation_type
        + benchmark_dossier.applied_star_part * benchmark_cut.by_applied_star
        + benchmark_dossier.awarded_star_part * benchmark_cut.by_awarded_star as cut_part,
        benchmark_dossier.is_expired,
        benchmark_dossier.age_days,
        benchmark_dossier.has_one_dossier,
        case when not benchmark_dossier.has_one_dossier then benchmark_dossier.institution_no end as institution_no
    from benchmark_dossier
    cross join benchmark_cut
),

counted as (
    select
        region_leaf_no, period_leaf_no, cut_part, institution_no,
        cast(count(*) as bigint) as n,
        cast(count(case when has_one_dossier then 1 end) as bigint) as n_alone,
        cast(count(case when is_expired then 1 end) as bigint) as n_expired,
        cast(count(age_days) as bigint) as n_dated,
        cast(coalesce(sum(age_days), 0) as bigint) as age_days_sum
    from cut_dossier
    group by region_leaf_no, period_leaf_no, cut_part, institution_no
),

final as (
    select
        region_leaf_member.cell_part + period_leaf_member.cell_part + counted.cut_part as cell_key,
        cast(sum(case when period_leaf_member.is_counted then counted.n else 0 end) as bigint) as n_dossiers,
        cast(sum(counted.n) as bigint) as n_with_expired,
        cast(sum(counted.n_expired) as bigint) as n_expired,
        cast(sum(case when period_leaf_member.is_counted then counted.n_dated else 0 end) as bigint) as n_dated,
        cast(sum(case when period_leaf_member.is_counted then counted.age_days_sum else 0 end) as bigint)
            as age_days_sum,
        cast(sum(case when period_leaf_member.is_counted then counted.n_alone else 0 end) as bigint)
        + cast(count(distinct case when period_leaf_member.is_counted then counted.institution_no end) as bigint)
            as n_institutions
    from counted
    inner join region_leaf_member on region_leaf_member.region_leaf_no = counted.region_leaf_no
    inner join period_leaf_member on period_leaf_member.period_leaf_no = counted.period_leaf_no
    group by region_leaf_member.cell_part + period_leaf_member.cell_part + counted.cut_part
)

select cell_key, n_dossiers, n_with_expired, n_expired, n_dated, age_days_sum, n_institutions from final
