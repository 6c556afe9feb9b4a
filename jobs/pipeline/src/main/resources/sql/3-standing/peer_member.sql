-- peer_member: the traits whose institutions belong to a chosen group
-- grain:  one row per trait and chosen group
-- key:    trait_no, group_key
-- reads:  peer_candidate, peer_choice
with

chosen as (select distinct group_key from peer_choice)

select peer_candidate.trait_no, peer_candidate.group_key
from peer_candidate
inner join chosen on chosen.group_key = peer_candidate.group_key
