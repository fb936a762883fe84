package com.dingshu.customers;

import com.dingshu.shared.PostalAddress;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Chinese addresses: tells province, city, district and detail apart where a channel gives them in one text, and
 * brings the names of provinces and municipalities to their full form, so that equal addresses look equal. Addresses of
 * other countries are left as they are but for blanks.
 */
public final class Addresses {

    private static final List<String> MUNICIPALITIES = List.of("北京市", "天津市", "上海市", "重庆市");
    private static final List<String> PROVINCES = List.of(
            "河北省",
            "山西省",
            "辽宁省",
            "吉林省",
            "黑龙江省",
            "江苏省",
            "浙江省",
            "安徽省",
            "福建省",
            "江西省",
            "山东省",
            "河南省",
            "湖北省",
            "湖南省",
            "广东省",
            "海南省",
            "四川省",
            "贵州省",
            "云南省",
            "陕西省",
            "甘肃省",
            "青海省",
            "台湾省",
            "内蒙古自治区",
            "广西壮族自治区",
            "西藏自治区",
            "宁夏回族自治区",
            "新疆维吾尔自治区",
            "香港特别行政区",
            "澳门特别行政区");
    private static final Map<String, String> SHORT_REGIONS = Map.of(
            "内蒙古", "内蒙古自治区",
            "广西", "广西壮族自治区",
            "西藏", "西藏自治区",
            "宁夏", "宁夏回族自治区",
            "新疆", "新疆维吾尔自治区",
            "香港", "香港特别行政区",
            "澳门", "澳门特别行政区");

    private static final Pattern CITY = Pattern.compile("^(.{2,11}?(?:自治州|地区|盟|市))(?=.)");
    private static final Pattern DISTRICT = Pattern.compile("^(.{1,9}?(?:自治县|自治旗|林区|特区|新区|矿区|区|县|旗|市))(?=.)");
    private static final Pattern NOT_A_DISTRICT = Pattern.compile("路|街|巷|弄|号|栋|幢|楼|园区|小区|社区|校区|厂区|村|\\d");
    private static final Pattern NOT_A_CITY = Pattern.compile("路|街|巷|弄|号|区|县|旗|超市|夜市|菜市|门市|\\d");

    private Addresses() {}

    /** Parts as a channel gave them, any of which may be blank or repeat another, brought into order. */
    public static PostalAddress of(
            String country, String province, String city, String district, String detail, String postcode) {
        String land = country.isBlank() ? "CN" : country.strip();
        if (!land.equals("CN")) {
            return new PostalAddress(land, tidy(province), tidy(city), tidy(district), tidy(detail), tidy(postcode));
        }
        Rest rest = new Rest(compact(detail));
        String fullProvince = compact(province).isEmpty()
                ? rest.province()
                : rest.without(fullName(compact(province)), compact(province));
        String fullCity = compact(city).isEmpty()
                ? rest.city(fullProvince)
                : rest.without(cityName(compact(city), fullProvince), compact(city));
        String fullDistrict = compact(district).isEmpty()
                ? rest.district(!fullCity.isEmpty())
                : rest.without(compact(district), compact(district));
        return new PostalAddress(land, fullProvince, fullCity, fullDistrict, rest.text.strip(), tidy(postcode));
    }

    /** One text as people write it on a parcel. */
    public static PostalAddress parse(String text) {
        return of("CN", "", "", "", text, "");
    }

    /** Whether a parcel could be sent there: region and street are known. */
    public static boolean isComplete(PostalAddress address) {
        boolean region = !address.country().equals("CN")
                || !address.province().isEmpty() && !address.city().isEmpty();
        return region && address.detail().length() >= 2;
    }

    private static String fullName(String province) {
        return PROVINCES.stream()
                .filter(full -> full.equals(province) || full.equals(province + "省"))
                .findFirst()
                .or(() -> Optional.ofNullable(SHORT_REGIONS.get(province)))
                .or(() -> municipality(province))
                .orElse(province);
    }

    private static Optional<String> municipality(String text) {
        return MUNICIPALITIES.stream()
                .filter(full -> full.equals(text) || full.equals(text + "市"))
                .findFirst();
    }

    private static String cityName(String city, String province) {
        return MUNICIPALITIES.contains(province) && municipality(city).isPresent() ? province : city;
    }

    private static String compact(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ");
    }

    private static String tidy(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** What is left of the detail while the parts in front of it are taken off. */
    private static final class Rest {

        private String text;

        Rest(String text) {
            this.text = text.startsWith("中国") ? text.substring(2).strip() : text;
        }

        String province() {
            for (String full : PROVINCES) {
                String brief = full.endsWith("省") ? full.substring(0, full.length() - 1) : full;
                if (take(full) || full.endsWith("省") && take(brief)) {
                    return full;
                }
            }
            for (Map.Entry<String, String> region : SHORT_REGIONS.entrySet()) {
                if (take(region.getKey())) {
                    return region.getValue();
                }
            }
            for (String full : MUNICIPALITIES) {
                if (take(full) || take(full.substring(0, 2))) {
                    return full;
                }
            }
            return "";
        }

        String city(String province) {
            if (MUNICIPALITIES.contains(province)) {
                take(province);
                return province;
            }
            return take(CITY, NOT_A_CITY);
        }

        String district(boolean cityKnown) {
            return cityKnown ? take(DISTRICT, NOT_A_DISTRICT) : "";
        }

        /** Takes a part off that the detail repeats. */
        String without(String full, String given) {
            if (!take(full)) {
                take(given);
            }
            return full;
        }

        private String take(Pattern pattern, Pattern unlike) {
            Matcher found = pattern.matcher(text);
            if (!found.find() || unlike.matcher(found.group(1)).find()) {
                return "";
            }
            String part = found.group(1);
            take(part);
            return part;
        }

        private boolean take(String prefix) {
            if (prefix.isEmpty() || !text.startsWith(prefix)) {
                return false;
            }
            text = text.substring(prefix.length()).strip();
            return true;
        }
    }
}
