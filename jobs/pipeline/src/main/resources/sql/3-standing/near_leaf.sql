-- near_leaf: leaves of the regions with a region in common, and how far apart they are
-- grain:  one row per leaf and leaf with a region in common, itself included
-- key:    region_leaf_no, other_leaf_no
-- units:  region_steps: levels of regions at which the two differ, of n_levels; 0 for a leaf itself
-- reads:  region_leaf, region_leaf_member
with

member as (select region_leaf_no, cell_part from region_leaf_member where cell_part > 0),

leaf as (select distinct region_leaf_no from region_leaf),

sized as (select region_leaf_no, cast(count(*) as bigint) as n_levels from member group by region_leaf_no),

deepest as (select greatest(coalesce(max(n_levels), 1), 1) as n_levels from sized),

common as (
    select
        member.region_leaf_no,
        other.region_leaf_no as other_leaf_no,
        cast(count(*) as bigint) as n_common
    from member
    -- every leaf of each region that the leaf is in
    inner join member as other on other.cell_part = member.cell_part
    where other.region_leaf_no <> member.region_leaf_no
    group by member.region_leaf_no, other.region_leaf_no
)

select leaf.region_leaf_no, leaf.region_leaf_no as other_leaf_no, cast(0 as bigint) as region_steps, deepest.n_levels
from leaf
cross join deepest
union all
select common.region_leaf_no, common.other_leaf_no, deepest.n_levels - common.n_common as region_steps, deepest.n_levels
from common
cross join deepest
