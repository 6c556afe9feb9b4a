-- withheld_cell: the cells that have dossiers and are not told
-- grain:  one row per cell, or per cell and measure where only that measure is withheld
-- key:    cell_key (without a measure where the whole cell is withheld)
-- reads:  cell_dossier, told_cell, told_measure
select cell_dossier.cell_key
from cell_dossier
left join told_cell on told_cell.cell_key = cell_dossier.cell_key
where cell_dossier.n_dossiers > 0 and told_cell.cell_key is null
union all
select cell_key from told_measure where detail < 0
