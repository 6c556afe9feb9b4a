-- copied_vector: dossiers of one body whose every score equals another institution's
-- grain:  one row per current dossier with a twin
-- key:    row_key
-- reads:  current_dossier, landed_score
-- Two exact integer fingerprints stand for the vector: sums over items of score x position and of
-- score x position squared, with the number of items and of distinct scores.
with

current_dossier as (
    select row_key, body_id, dossier_no, institution_code, file, sheet, row_number
    from current_dossier
    where anchor_id is null and round_id is null and institution_code is not null
),

fingerprint as (
    select
        landed_score.row_key,
        cast(count(*) as bigint) as n_items,
        cast(count(distinct landed_score.score_micro) as bigint) as n_distinct,
        cast(sum(landed_score.score_micro * (landed_score.item_no + 1)) as bigint) as first_moment,
        cast(
            sum(landed_score.score_micro * (landed_score.item_no + 1) * (landed_score.item_no + 1)) as bigint
        ) as second_moment,
        cast(sum(landed_score.score_micro * landed_score.score_micro % 1000003 * (landed_score.item_no + 7)) as bigint)
            as mixed_moment
    from landed_score
    inner join current_dossier on current_dossier.row_key = landed_score.row_key
    where landed_score.score_micro is not null
    group by landed_score.row_key
),

ranked as (
    select
        current_dossier.row_key,
        current_dossier.body_id,
        current_dossier.dossier_no,
        current_dossier.institution_code,
        current_dossier.file,
        current_dossier.sheet,
        current_dossier.row_number,
        first_value(current_dossier.dossier_no) over (
            partition by current_dossier.body_id, fingerprint.n_items, fingerprint.n_distinct,
                fingerprint.first_moment, fingerprint.second_moment, fingerprint.mixed_moment
            order by current_dossier.dossier_no
        ) as first_dossier_no,
        min(current_dossier.institution_code) over (
            partition by current_dossier.body_id, fingerprint.n_items, fingerprint.n_distinct,
                fingerprint.first_moment, fingerprint.second_moment, fingerprint.mixed_moment
        ) as least_code,
        max(current_dossier.institution_code) over (
            partition by current_dossier.body_id, fingerprint.n_items, fingerprint.n_distinct,
                fingerprint.first_moment, fingerprint.second_moment, fingerprint.mixed_moment
        ) as greatest_code
    from current_dossier
    inner join fingerprint on fingerprint.row_key = current_dossier.row_key
    where fingerprint.n_distinct > 1 and fingerprint.n_items >= 10
)

select row_key, body_id, dossier_no, institution_code, file, sheet, row_number, first_dossier_no
from ranked
where least_code <> greatest_code
