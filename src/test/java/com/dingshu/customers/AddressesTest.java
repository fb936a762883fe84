package com.dingshu.customers;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.shared.PostalAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "浙江省杭州市西湖区文三路478号, 浙江省, 杭州市, 西湖区, 文三路478号",
        "浙江 杭州市 西湖区 文三路478号, 浙江省, 杭州市, 西湖区, 文三路478号",
        "上海市上海市浦东新区川沙路1号, 上海市, 上海市, 浦东新区, 川沙路1号",
        "上海浦东新区川沙路1号, 上海市, 上海市, 浦东新区, 川沙路1号",
        "广西南宁市青秀区民族大道100号, 广西壮族自治区, 南宁市, 青秀区, 民族大道100号",
        "云南省大理白族自治州大理市古城人民路9号, 云南省, 大理白族自治州, 大理市, 古城人民路9号",
        "江苏省苏州市昆山市玉山镇前进西路8号, 江苏省, 苏州市, 昆山市, 玉山镇前进西路8号",
        "广东省东莞市长安镇振安中路1号, 广东省, 东莞市, '', 长安镇振安中路1号",
        "北京市朝阳区望京街道阜通东大街6号, 北京市, 北京市, 朝阳区, 望京街道阜通东大街6号"
    })
    void tellsTheRegionFromTheStreet(String text, String province, String city, String district, String detail) {
        assertThat(Addresses.parse(text)).isEqualTo(new PostalAddress("CN", province, city, district, detail, ""));
    }

    @Test
    void takesNoHousingEstateForADistrict() {
        assertThat(Addresses.parse("浙江省杭州市文三路小区3栋").detail()).isEqualTo("文三路小区3栋");
    }

    @Test
    void dropsWhatTheDetailRepeats() {
        PostalAddress address = Addresses.of("CN", "浙江", "杭州市", "西湖区", "浙江省杭州市西湖区 文三路478号", "310000");
        assertThat(address).isEqualTo(new PostalAddress("CN", "浙江省", "杭州市", "西湖区", "文三路478号", "310000"));
    }

    @Test
    void leavesForeignAddressesAlone() {
        PostalAddress address = Addresses.of("US", "Kentucky", "Louisville", "", "123  Amoebobacterieae St", "40202");
        assertThat(address.detail()).isEqualTo("123 Amoebobacterieae St");
        assertThat(Addresses.isComplete(address)).isTrue();
    }

    @Test
    void callsAnAddressWithoutACityIncomplete() {
        assertThat(Addresses.isComplete(Addresses.parse("文三路478号"))).isFalse();
        assertThat(Addresses.isComplete(Addresses.parse("浙江省杭州市西湖区文三路478号"))).isTrue();
    }
}
