package org.evenstar.pipeline.publish.metadata;

/** How a dataset is loaded, tool by tool; each piece runs in the tier's folder as it stands. */
final class LoadingSnippets {
  private LoadingSnippets() {}

  static String of(DescribedDataset dataset) {
    String file = dataset.hasParquet() ? dataset.parquet() : dataset.csv();
    return """

    ## 读取 Loading

    DuckDB

    ```sql
    select * from '%FILE%' limit 10;
    ```

    Spark

    ```java
    Dataset<Row> %NAME% = spark.read().%FORMAT%("%FILE%");
    ```

    Python

    ```python
    import csv
    with open("%NAME%.csv", encoding="utf-8-sig", newline="") as file:
        %NAME% = list(csv.DictReader(file))
    print(len(%NAME%))
    ```

    Python, pandas

    ```pandas
    import pandas
    %NAME% = pandas.read_parquet("%FILE%")
    ```

    R

    ```r
    %NAME% <- read.csv("%NAME%.csv", fileEncoding = "UTF-8-BOM", na.strings = "")
    print(nrow(%NAME%))
    ```

    Excel：打开 `workbook.xlsx`；或“数据 → 从文本/CSV”选择 `%NAME%.csv`，文件原始格式选 65001: Unicode (UTF-8)。

    Excel: open `workbook.xlsx`; or Data → From Text/CSV, `%NAME%.csv`, file origin 65001: Unicode (UTF-8).
    """
        .replace("%FILE%", file)
        .replace("%FORMAT%", dataset.hasParquet() ? "parquet" : "csv")
        .replace("%NAME%", dataset.name());
  }
}
