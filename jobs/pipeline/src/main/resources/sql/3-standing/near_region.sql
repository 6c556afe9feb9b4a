-- near_region: ever wider surroundings of a leaf: itself, its regions, everywhere
-- grain:  one row per leaf and surrounding
-- key:    region_leaf_no, region_key
-- units:  region_key is the region's addend, 0 everywhere, less than 0 a leaf alone; region_steps
--         as in near_leaf: nobody in the surrounding is further away
-- reads:  near_leaf, region_leaf_member
with

member as (select region_leaf_no, cell_part from region_leaf_member where cell_part > 0),

alone as (select region_leaf_no, n_levels from near_leaf where region_leaf_no = other_leaf_no),

final as (
    select region_leaf_no, -region_leaf_no as region_key, cast(0 as bigint) as region_steps
    from alone
    union all
    select member.region_leaf_no, member.cell_part as region_key, max(near_leaf.region_steps) as region_steps
    from member
    inner join member as other on other.cell_part = member.cell_part
    inner join near_leaf
        on near_leaf.region_leaf_no = member.region_leaf_no and near_leaf.other_leaf_no = other.region_leaf_no
    group by member.region_leaf_no, member.cell_part
    union all
    select region_leaf_no, cast(0 as bigint) as region_key, n_levels as region_steps
    from alone
)

select region_leaf_no, region_key, region_steps from final
