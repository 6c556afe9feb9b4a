-- leaf_contributor: who stands behind the finest parts of every cross, before regions and periods
--                   are rolled up
-- grain:  one row per cross, finest region and period of that cross, body and contributor with
--         several dossiers (null: all contributors with one dossier together)
-- key:    cut_part, region_leaf_no, period_leaf_no, body_id, contributor_no
-- units:  cut_part is an addend of cell_key (see cell_value); total_micro as in disclosure_dossier
-- reads:  benchmark_dossier, disclosure_dossier, benchmark_cut
with

placed as (
    select
        benchmark_dossier.sector_part * benchmark_cut.by_sector
        + benchmark_dossier.organisation_type_part * benchmark_cut.by_organisation_type
        + benchmark_dossier.applied_star_part * benchmark_cut.by_applied_star
        + benchmark_dossier.awarded_star_part * benchmark_cut.by_awarded_star as cut_part,
        benchmark_dossier.region_leaf_no * benchmark_cut.by_region as region_leaf_no,
        benchmark_dossier.period_leaf_no,
        disclosure_dossier.body_id,
        case when not disclosure_dossier.is_alone then disclosure_dossier.contributor_no end as contributor_no,
        disclosure_dossier.contributor_no as any_contributor_no,
        disclosure_dossier.total_micro
    from benchmark_dossier
    inner join disclosure_dossier on disclosure_dossier.row_key = benchmark_dossier.row_key
    cross join benchmark_cut
)

select
    cut_part,
    region_leaf_no,
    period_leaf_no,
    body_id,
    contributor_no,
    cast(count(*) as bigint) as n,
    min(any_contributor_no) as first_contributor_no,
    cast(sum(total_micro) as bigint) as total_micro
from placed
group by cut_part, region_leaf_no, period_leaf_no, body_id, contributor_no
