-- peer_institution: the assessment that counts for each institution, and the one before it
-- grain:  one row per institution whose newest certificate holds
-- key:    row_key
-- units:  *_part as in benchmark_dossier
-- reads:  benchmark_dossier, dossier
-- Newest by day of assessment; an institution whose newest certificate has ended is nobody's peer.
with

repeated as (
    select
        benchmark_dossier.row_key,
        row_number() over (
            partition by benchmark_dossier.institution_no
            order by dossier.assessed_on desc nulls last, dossier.body_id, dossier.dossier_no
        ) as newest_rank,
        lead(benchmark_dossier.row_key) over (
            partition by benchmark_dossier.institution_no
            order by dossier.assessed_on desc nulls last, dossier.body_id, dossier.dossier_no
        ) as previous_row_key
    from benchmark_dossier
    inner join dossier on dossier.row_key = benchmark_dossier.row_key
    where not benchmark_dossier.has_one_dossier
),

newest as (
    select row_key, cast(null as bigint) as previous_row_key
    from benchmark_dossier
    where has_one_dossier
    union all
    select row_key, previous_row_key
    from repeated
    where newest_rank = 1
)

select
    newest.row_key,
    newest.previous_row_key,
    benchmark_dossier.region_leaf_no,
    benchmark_dossier.organisation_type_part,
    benchmark_dossier.sector_part
from newest
inner join benchmark_dossier on benchmark_dossier.row_key = newest.row_key
where not benchmark_dossier.is_expired
