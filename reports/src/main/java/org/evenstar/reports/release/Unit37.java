package org.evenstar.reports.release;

import java.util.List;
import java.util.Optional;
import org.evenstar.schemas.config.LocalText;

/**
 * One of the 37 units of capability statistics: 31 provinces, the five cities with separate plans
 * and the Xinjiang Production and Construction Corps, with its place on the tile map.
 *
 * @param shortName what fits on a tile, by language
 * @param column place from the west, from 0
 * @param row place from the north, from 0
 */
public record Unit37(Label label, LocalText shortName, int column, int row) {
  private static final List<Unit37> ALL =
      List.of(
          unit("110000", "北京市", "Beijing", "北京", "BJ", 6, 2),
          unit("120000", "天津市", "Tianjin", "天津", "TJ", 7, 3),
          unit("130000", "河北省", "Hebei", "河北", "HE", 6, 3),
          unit("140000", "山西省", "Shanxi", "山西", "SX", 5, 3),
          unit("150000", "内蒙古自治区", "Inner Mongolia", "内蒙古", "NM", 5, 2),
          unit("210000", "辽宁省", "Liaoning", "辽宁", "LN", 8, 2),
          unit("210200", "大连市", "Dalian", "大连", "DL", 9, 2),
          unit("220000", "吉林省", "Jilin", "吉林", "JL", 8, 1),
          unit("230000", "黑龙江省", "Heilongjiang", "黑龙江", "HL", 8, 0),
          unit("310000", "上海市", "Shanghai", "上海", "SH", 8, 5),
          unit("320000", "江苏省", "Jiangsu", "江苏", "JS", 7, 5),
          unit("330000", "浙江省", "Zhejiang", "浙江", "ZJ", 7, 6),
          unit("330200", "宁波市", "Ningbo", "宁波", "NB", 8, 6),
          unit("340000", "安徽省", "Anhui", "安徽", "AH", 6, 5),
          unit("350000", "福建省", "Fujian", "福建", "FJ", 7, 7),
          unit("350200", "厦门市", "Xiamen", "厦门", "XM", 8, 7),
          unit("360000", "江西省", "Jiangxi", "江西", "JX", 6, 6),
          unit("370000", "山东省", "Shandong", "山东", "SD", 6, 4),
          unit("370200", "青岛市", "Qingdao", "青岛", "QD", 7, 4),
          unit("410000", "河南省", "Henan", "河南", "HA", 5, 4),
          unit("420000", "湖北省", "Hubei", "湖北", "HB", 5, 5),
          unit("430000", "湖南省", "Hunan", "湖南", "HN", 5, 6),
          unit("440000", "广东省", "Guangdong", "广东", "GD", 5, 7),
          unit("440300", "深圳市", "Shenzhen", "深圳", "SZ", 6, 7),
          unit("450000", "广西壮族自治区", "Guangxi", "广西", "GX", 4, 6),
          unit("460000", "海南省", "Hainan", "海南", "HI", 5, 8),
          unit("500000", "重庆市", "Chongqing", "重庆", "CQ", 4, 4),
          unit("510000", "四川省", "Sichuan", "四川", "SC", 3, 4),
          unit("520000", "贵州省", "Guizhou", "贵州", "GZ", 4, 5),
          unit("530000", "云南省", "Yunnan", "云南", "YN", 3, 5),
          unit("540000", "西藏自治区", "Tibet", "西藏", "XZ", 1, 4),
          unit("610000", "陕西省", "Shaanxi", "陕西", "SN", 4, 3),
          unit("620000", "甘肃省", "Gansu", "甘肃", "GS", 2, 3),
          unit("630000", "青海省", "Qinghai", "青海", "QH", 2, 4),
          unit("640000", "宁夏回族自治区", "Ningxia", "宁夏", "NX", 3, 3),
          unit("650000", "新疆维吾尔自治区", "Xinjiang", "新疆", "XJ", 0, 2),
          unit(
              "XPCC",
              "新疆生产建设兵团",
              "Xinjiang Production and Construction Corps",
              "兵团",
              "XPCC",
              1,
              2));

  /** The 37 units by code. */
  public static List<Unit37> all() {
    return ALL;
  }

  /** The unit of a code. */
  public static Optional<Unit37> of(String code) {
    return ALL.stream().filter(unit -> unit.label.code().equals(code)).findFirst();
  }

  private static Unit37 unit(
      String code, String zh, String en, String shortZh, String shortEn, int column, int row) {
    Label label = new Label(code, new LocalText(zh, en), "unit37", 0);
    return new Unit37(label, new LocalText(shortZh, shortEn), column, row);
  }
}
