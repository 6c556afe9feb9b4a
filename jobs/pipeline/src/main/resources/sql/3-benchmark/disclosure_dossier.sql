-- disclosure_dossier: who stands behind each benchmarked dossier, and what tells that it changed
-- grain:  one row per benchmarked dossier
-- key:    row_key
-- units:  total_micro in millionths, a sum that differs when a published star or index does
-- reads:  dossier, benchmark_dossier, disclosure_limit
-- An owner of several institutions is one contributor; a dossier without a code is one of its own.
with

contributor as (
    select
        dossier.row_key,
        dossier.body_id,
        case
            when disclosure_limit.by_owner then dossier.owner_code
            else coalesce(dossier.institution_code, dossier.body_id || '/' || dossier.dossier_no)
        end as contributor,
        cast(coalesce(dossier.index_micro, 0) + coalesce(dossier.total_micro, 0) as bigint)
        + cast(coalesce(dossier.awarded_star, 0) as bigint) * 1000000
        + cast(coalesce(dossier.recomputed_star, 0) as bigint) * 7000000 as total_micro
    from dossier
    inner join benchmark_dossier on benchmark_dossier.row_key = dossier.row_key
    cross join disclosure_limit
),

counted as (
    select contributor, min(row_key) as contributor_no, count(*) = 1 as is_alone
    from contributor
    group by contributor
)

select
    contributor.row_key,
    contributor.body_id,
    counted.contributor_no,
    counted.is_alone,
    contributor.total_micro
from contributor
inner join counted on counted.contributor = contributor.contributor
