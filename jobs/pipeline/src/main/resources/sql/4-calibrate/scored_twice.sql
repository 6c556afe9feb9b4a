-- scored_twice: the dossiers that belong to an anchor case or to a round of double scoring
-- grain:  one row per case and body (the newest dossier where a body has several)
-- key:    link_id, body_id
-- reads:  dossier
-- Transfers, which another body assessed at another time, are not among them.
with

linked as (
    select
        row_key,
        body_id,
        case
            when anchor_id is not null then 'anchor/' || anchor_id
            else 'round/' || round_id || '/' || institution_code
        end as link_id,
        coalesce(awarded_star, recomputed_star) as star
    from dossier
    where anchor_id is not null or (round_id is not null and institution_code is not null)
),

ranked as (
    select
        row_key, body_id, link_id, star,
        row_number() over (partition by link_id, body_id order by row_key desc) as place
    from linked
)

select link_id, body_id, row_key, star from ranked where place = 1
