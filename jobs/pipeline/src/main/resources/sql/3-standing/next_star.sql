-- next_star: the requirements that separate each institution from its next star
-- grain:  one row per institution and requirement missing to the next star
-- key:    institution_code, position
-- units:  score_micro and needed_micro on 0…1 in millionths; peers_share on 0…1
-- reads:  peer_institution, peer_trait, peer_choice, peer_requirement, peer_limit, dossier,
--         requirement, landed_score, domain_star_score, model_rule
-- Requirements that peers meet most often come first. One set aside as not applicable counts as
-- missing where its domain has too many of them to be assessed. A share of none or all is withheld,
-- as it says the same of every peer; such requirements come last, in the model's order.
with

wanted as (
    select
        peer_institution.row_key,
        peer_trait.trait_no,
        dossier.recomputed_star + 1 as target_star,
        requirement.item_no,
        requirement.item_id,
        requirement.domain_id,
        requirement.domain_no,
        requirement.needed_micro
    from peer_institution
    inner join peer_trait
        on peer_trait.region_leaf_no = peer_institution.region_leaf_no
        and peer_trait.organisation_type_part = peer_institution.organisation_type_part
        and peer_trait.sector_part = peer_institution.sector_part
    inner join dossier on dossier.row_key = peer_institution.row_key
    inner join requirement on requirement.star = dossier.recomputed_star + 1
),

crowded as (
    select domain_star_score.row_key, domain_star_score.domain_no, domain_star_score.star
    from domain_star_score
    cross join model_rule
    where
        domain_star_score.n_not_applicable * 1000000
        > model_rule.max_not_applicable_micro * domain_star_score.n_items
        or domain_star_score.n_not_applicable = domain_star_score.n_items
),

missing as (
    select
        wanted.row_key, wanted.trait_no, wanted.target_star, wanted.item_no, wanted.item_id, wanted.domain_id,
        wanted.needed_micro, landed_score.score_micro,
        case when landed_score.score_micro is not null then 1 else 0 end as n_own
    from wanted
    left join landed_score
        on landed_score.row_key = wanted.row_key and landed_score.item_no = wanted.item_no
    left join crowded
        on crowded.row_key = wanted.row_key
        and crowded.domain_no = wanted.domain_no
        and crowded.star = wanted.target_star
    where
        landed_score.score_micro < wanted.needed_micro
        or (
            landed_score.score_micro is null
            and (coalesce(landed_score.absence, '') <> 'NOT_APPLICABLE' or crowded.row_key is not null)
        )
),

-- the institution itself meets none of what it misses
compared as (
    select
        missing.row_key, missing.target_star, missing.item_no, missing.item_id, missing.domain_id,
        missing.score_micro, missing.needed_micro,
        coalesce(peer_requirement.n_scored, 0) - missing.n_own as n_scored,
        coalesce(peer_requirement.n_met, 0) as n_met
    from missing
    inner join peer_choice on peer_choice.trait_no = missing.trait_no
    left join peer_requirement
        on peer_requirement.group_key = peer_choice.group_key
        and peer_requirement.item_no = missing.item_no
),

shared as (
    select
        compared.row_key, compared.target_star, compared.item_no, compared.item_id, compared.domain_id,
        compared.score_micro, compared.needed_micro,
        case
            when compared.n_scored >= peer_limit.shown_n and compared.n_met > 0 and compared.n_met < compared.n_scored
                then cast(compared.n_met as double) / compared.n_scored
        end as peers_share,
        case
            when compared.n_scored < peer_limit.shown_n then 'NOT_ENOUGH'
            when compared.n_met = 0 or compared.n_met = compared.n_scored then 'WITHHELD'
            else 'OK'
        end as obs_status,
        case
            when compared.n_scored < peer_limit.shown_n then 'FEW_PEERS'
            when compared.n_met = 0 or compared.n_met = compared.n_scored then 'NONE_OR_ALL'
        end as reason
    from compared
    cross join peer_limit
)

select
    coalesce(dossier.institution_code, dossier.body_id || '/' || dossier.dossier_no) as institution_code,
    cast(row_number() over (
        partition by shared.row_key
        order by shared.peers_share desc nulls last, shared.item_no
    ) as int) as position,
    shared.target_star,
    shared.item_id,
    shared.domain_id,
    shared.score_micro,
    shared.needed_micro,
    shared.peers_share,
    shared.obs_status,
    shared.reason,
    dossier.model_id,
    dossier.model_version
from shared
inner join dossier on dossier.row_key = shared.row_key
