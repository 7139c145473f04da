/*
 * Whether a table is a virtual machine's, and whose. Based on SMBIOS alone, so it can be faked.
 * SPDX-License-Identifier: MIT
 */
#include "hwident.h"

#include "identity/serial.h"
#include "identity/system_types.h"
#include "smbios/structure.h"

#include <string.h>

enum { BIOS_EXTENSION_2 = 0x13, VIRTUAL_MACHINE = 1 << 4 }; /* section 7.1.2.2 */

/* ---- the fields that are examined ------------------------------------------------------------ */

enum field {
    MANUFACTURER,
    PRODUCT,
    VERSION,
    SKU,
    FAMILY,
    SERIAL,
    BOARD_MANUFACTURER,
    BOARD_PRODUCT,
    BOARD_ASSET,
    CHASSIS_MANUFACTURER,
    CHASSIS_VERSION,
    CHASSIS_ASSET,
    BIOS_VENDOR,
    BIOS_VERSION,
    FIELDS
};

/* Sections 7.1 to 7.4. */
static const struct {
    const char *name;
    uint8_t type;
    uint8_t offset;
} fields[FIELDS] = {
    [MANUFACTURER] = {"system manufacturer", SYSTEM, 0x04},
    [PRODUCT] = {"system product name", SYSTEM, 0x05},
    [VERSION] = {"system version", SYSTEM, 0x06},
    [SKU] = {"system SKU number", SYSTEM, 0x19},
    [FAMILY] = {"system family", SYSTEM, 0x1A},
    [SERIAL] = {"system serial number", SYSTEM, 0x07},
    [BOARD_MANUFACTURER] = {"base board manufacturer", BASE_BOARD, 0x04},
    [BOARD_PRODUCT] = {"base board product name", BASE_BOARD, 0x05},
    [BOARD_ASSET] = {"base board asset tag", BASE_BOARD, 0x08},
    [CHASSIS_MANUFACTURER] = {"chassis manufacturer", CHASSIS, 0x04},
    [CHASSIS_VERSION] = {"chassis version", CHASSIS, 0x06},
    [CHASSIS_ASSET] = {"chassis asset tag", CHASSIS, 0x08},
    [BIOS_VENDOR] = {"BIOS vendor", BIOS, 0x04},
    [BIOS_VERSION] = {"BIOS version", BIOS, 0x05},
};

struct text {
    const uint8_t *bytes;
    size_t size; /* 0 if there is none */
};

/* ---- signatures ------------------------------------------------------------------------------ */

enum how {
    WHOLE,  /* the whole field */
    BEGINS, /* and no letter follows: "Xen" is not "Xenon" */
    ENDS,
    HOLDS,
};

enum worth {
    PROVES, /* that it is a virtual machine */
    NAMES,  /* whose it is if something else proves it: rented metal has these names too */
};

#define BIT(field) (1U << (field))
#define MAKERS                                                                                     \
    (BIT(MANUFACTURER) | BIT(BOARD_MANUFACTURER) | BIT(CHASSIS_MANUFACTURER) | BIT(BIOS_VENDOR))
#define ANYWHERE (MAKERS | BIT(PRODUCT) | BIT(BOARD_PRODUCT))
#define ASSETS   (BIT(BOARD_ASSET) | BIT(CHASSIS_ASSET))
#define VERSIONS (BIT(VERSION) | BIT(CHASSIS_VERSION) | BIT(BIOS_VERSION))
#define PRODUCTS (BIT(PRODUCT) | BIT(BOARD_PRODUCT))

/*
 * Makers of real machines too (Microsoft, Google, Oracle, Nutanix, Huawei) are recognised by their
 * product only. The first row that fits gives the name, so clouds come before the hypervisors that
 * run them; a row without a name means that the maker is unknown.
 */
static const struct {
    const char *text; /* in lower case */
    const char *name;
    unsigned where;
    enum how how;
    enum worth worth;
} signatures[] = {
    /* Clouds. */
    {"amazon ec2", "Amazon EC2", ANYWHERE | ASSETS, BEGINS, PROVES},
    {".amazon", "Amazon EC2", VERSIONS, ENDS, NAMES},
    {"google compute engine", "Google Compute Engine", ANYWHERE, BEGINS, PROVES},
    {"7783-7084-3265-9085-8269-3286-77", "Microsoft Azure", ASSETS, WHOLE, NAMES},
    {"alibaba cloud ecs", "Alibaba Cloud", ANYWHERE, BEGINS, PROVES},
    {"alibaba cloud", "Alibaba Cloud", MAKERS, BEGINS, NAMES},
    {"cvm", "Tencent Cloud", BIT(PRODUCT), WHOLE, PROVES},
    {"smdbmds", "Tencent Cloud", MAKERS, BEGINS, PROVES},
    {"tencent cloud", "Tencent Cloud", MAKERS | ASSETS, BEGINS, NAMES},
    {"huaweicloud", "Huawei Cloud", ANYWHERE | ASSETS, BEGINS, NAMES},
    {"huawei cloud", "Huawei Cloud", ANYWHERE | ASSETS, BEGINS, NAMES},
    {"opentelekomcloud", "Open Telekom Cloud", ASSETS, BEGINS, NAMES},
    {"sap ccloud vm", "SAP Converged Cloud", ASSETS, BEGINS, PROVES},
    {"samsung cloud platform", "Samsung Cloud Platform", ASSETS, BEGINS, NAMES},
    {"bcc", "Baidu Cloud", BIT(PRODUCT), WHOLE, PROVES},
    {"baidu", "Baidu Cloud", MAKERS, BEGINS, NAMES},
    {"oraclecloud.com", "Oracle Cloud", ASSETS, BEGINS, NAMES},
    {"digitalocean", "DigitalOcean", ANYWHERE, BEGINS, PROVES},
    {"droplet", "DigitalOcean", BIT(PRODUCT), WHOLE, PROVES},
    {"vultr", "Vultr", MAKERS, BEGINS, PROVES},
    {"upcloud", "UpCloud", MAKERS, BEGINS, PROVES},
    {"linode", "Akamai Linode", ANYWHERE, BEGINS, PROVES},
    {"akamai", "Akamai Linode", MAKERS, BEGINS, PROVES},
    {"nwcs", "NWCS", ANYWHERE, BEGINS, PROVES},
    {".zstack.io", "ZStack", ASSETS, ENDS, PROVES},
    {"zstack", "ZStack", ANYWHERE, BEGINS, PROVES},
    {"yandex", "Yandex Cloud", BIT(BIOS_VENDOR), BEGINS, PROVES},
    {"yandex", "Yandex Cloud", MAKERS, BEGINS, NAMES},
    {"ibm:vpc", "IBM Cloud", MAKERS, BEGINS, PROVES},
    {"ucloud", "UCloud", MAKERS, BEGINS, PROVES},
    {"uhost", "UCloud", BIT(PRODUCT), WHOLE, PROVES},
    {"jd cloud", "JD Cloud", ANYWHERE, BEGINS, PROVES},
    {"jdcloud", "JD Cloud", ANYWHERE, BEGINS, PROVES},
    {"jcloud", "JD Cloud", ANYWHERE, BEGINS, PROVES},
    {"kingsoft cloud", "Kingsoft Cloud", ANYWHERE, BEGINS, NAMES},
    {"ksyun", "Kingsoft Cloud", ANYWHERE, BEGINS, NAMES},
    {"qingcloud", "QingCloud", ANYWHERE, BEGINS, PROVES},
    {"volcengine", "Volcano Engine", ANYWHERE, BEGINS, NAMES},
    {"volcano engine", "Volcano Engine", ANYWHERE, BEGINS, NAMES},
    {"ctyun", "China Telecom Cloud", ANYWHERE | ASSETS, BEGINS, NAMES},
    {"scaleway", "Scaleway", MAKERS, BEGINS, PROVES},
    {"exoscale", "Exoscale", ANYWHERE, BEGINS, PROVES},
    {"hetzner", "Hetzner Cloud", BIT(MANUFACTURER), BEGINS, PROVES},
    {"netcup", "netcup", BIT(MANUFACTURER), BEGINS, PROVES},
    {"vserver", NULL, BIT(PRODUCT), WHOLE, PROVES},
    {"cloudsigma", "CloudSigma", ANYWHERE, BEGINS, PROVES},
    {"cloudcix", "CloudCIX", ANYWHERE, BEGINS, PROVES},
    {"e24cloud", "e24cloud", ANYWHERE, BEGINS, PROVES},
    {"3ds outscale", "3DS Outscale", ANYWHERE, BEGINS, PROVES},
    {"outscale", "3DS Outscale", ANYWHERE, BEGINS, PROVES},
    {".brightbox.com", "Brightbox", BIT(SERIAL), ENDS, PROVES},
    {"brightbox", "Brightbox", ANYWHERE, BEGINS, PROVES},
    {"gridscale", "gridscale", ANYWHERE, BEGINS, PROVES},
    {"profitbricks", "IONOS", ANYWHERE, BEGINS, PROVES},
    {"hyperone", "HyperOne", ANYWHERE, BEGINS, PROVES},

    /* Managers of virtual machines. */
    {"cloudstack", "Apache CloudStack", ANYWHERE, BEGINS, PROVES},
    {"apache software foundation", "Apache CloudStack", BIT(MANUFACTURER), BEGINS, PROVES},
    {"openshift virtualization", "OpenShift Virtualization", ANYWHERE, BEGINS, PROVES},
    {"kubevirt", "KubeVirt", ANYWHERE, BEGINS, PROVES},
    {"openstack", "OpenStack", ANYWHERE, BEGINS, PROVES},
    {"rhev", "Red Hat Virtualization", ANYWHERE, BEGINS, PROVES},
    {"altcloud rhev", "Red Hat Virtualization", ANYWHERE, BEGINS, PROVES},
    {"ovirt", "oVirt", ANYWHERE, BEGINS, PROVES},
    {"ahv", "Nutanix AHV", PRODUCTS, BEGINS, PROVES},
    {"proxmox", "Proxmox VE", ANYWHERE, BEGINS, PROVES},
    {"incus", "Incus", BIT(BOARD_PRODUCT), WHOLE, PROVES},
    {"lxd", "LXD", BIT(BOARD_PRODUCT), WHOLE, PROVES},
    {"smartdc", "SmartOS", ANYWHERE, BEGINS, PROVES},
    {"smartos", "SmartOS", ANYWHERE, BEGINS, PROVES},
    {"joyent", "SmartOS", BIT(MANUFACTURER), BEGINS, PROVES},
    {"virtuozzo", "Virtuozzo", ANYWHERE, BEGINS, PROVES},
    {"asv", "Sangfor aSV", PRODUCTS, BEGINS, PROVES},
    {"sangfor", "Sangfor aSV", MAKERS, BEGINS, NAMES},
    {"cas uniserver", "H3C CAS", PRODUCTS, BEGINS, PROVES},
    {"uniserver vm", "H3C CAS", PRODUCTS, BEGINS, PROVES},
    {"fusioncompute", "Huawei FusionCompute", ANYWHERE, BEGINS, PROVES},

    /* Hypervisors. */
    {"vmware", "VMware", ANYWHERE | BIT(SERIAL), BEGINS, PROVES},
    {"vmw", "VMware", MAKERS | PRODUCTS | BIT(BIOS_VERSION), BEGINS, PROVES},
    {"innotek gmbh", "VirtualBox", ANYWHERE, BEGINS, PROVES},
    {"virtualbox", "VirtualBox", ANYWHERE | BIT(SERIAL), BEGINS, PROVES},
    {"parallels", "Parallels", ANYWHERE | BIT(SERIAL), BEGINS, PROVES},
    {"vs2005r2", "Microsoft Virtual Server", BIT(VERSION), BEGINS, PROVES},
    {"virtual machine", "Microsoft Hyper-V", PRODUCTS, WHOLE, PROVES},
    {"hyper-v", "Microsoft Hyper-V", ANYWHERE | VERSIONS, BEGINS, PROVES},
    {"xen", "Xen", MAKERS, BEGINS, PROVES},
    {"hvm domu", "Xen", PRODUCTS, BEGINS, PROVES},
    {"bhyve", "bhyve", ANYWHERE, BEGINS, PROVES},
    {"omnios hvm", "bhyve", PRODUCTS, BEGINS, PROVES},
    {"illumos hvm", "bhyve", PRODUCTS, BEGINS, PROVES},
    {"openbsd", "OpenBSD vmm", BIT(MANUFACTURER), BEGINS, PROVES},
    {"apple virtualization", "Apple Virtualization", ANYWHERE, BEGINS, PROVES},
    {"virtualmac", "Apple Virtualization", PRODUCTS, BEGINS, PROVES},
    {"acrn", "ACRN", ANYWHERE, BEGINS, PROVES},
    {"cloud hypervisor", "Cloud Hypervisor", ANYWHERE, BEGINS, PROVES},
    {"cloud-hypervisor", "Cloud Hypervisor", ANYWHERE, BEGINS, PROVES},
    {"firecracker", "Firecracker", ANYWHERE, BEGINS, PROVES},
    {"crosvm", "crosvm", ANYWHERE, BEGINS, PROVES},
    {"stratovirt", "StratoVirt", ANYWHERE, BEGINS, PROVES},
    {"kvm", "KVM", ANYWHERE, WHOLE, PROVES},
    {"rhel", "KVM", BIT(PRODUCT), WHOLE, PROVES},
    {"red hat", "KVM", MAKERS, BEGINS, PROVES},
    {"qemu", "QEMU", ANYWHERE, BEGINS, PROVES},
    {"standard pc (", "QEMU", PRODUCTS, HOLDS, PROVES},
    {" pc (q35 + ich9, 2009)", "QEMU", VERSIONS, HOLDS, PROVES},
    {" pc (i440fx + piix, 1996)", "QEMU", VERSIONS, HOLDS, PROVES},
    {"pc-i440fx-", "QEMU", VERSIONS, BEGINS, PROVES},
    {"pc-q35-", "QEMU", VERSIONS, BEGINS, PROVES},
    {"bochs", "Bochs", ANYWHERE, BEGINS, PROVES},
    {"seabios", "QEMU", BIT(BIOS_VENDOR), BEGINS, PROVES},
    {" ovmf", "QEMU", BIT(BIOS_VENDOR), ENDS, PROVES},
    {" distribution of edk ii", "QEMU", BIT(BIOS_VENDOR), ENDS, PROVES},

    /* No maker, but it says that it is a virtual machine. */
    {"virtual machine", NULL, BIT(PRODUCT), ENDS, PROVES},
    {"virtual platform", NULL, BIT(PRODUCT), ENDS, PROVES},
    {"virtual server", NULL, BIT(PRODUCT), ENDS, PROVES},
    {" vm", NULL, BIT(PRODUCT), ENDS, PROVES},
    {"vm", NULL, BIT(PRODUCT), WHOLE, PROVES},
    {"virtual machine", NULL, BIT(FAMILY), WHOLE, PROVES},
};

enum { SIGNATURES = sizeof signatures / sizeof signatures[0] };

/* The same makers rent out whole machines: "m5.metal", "bx2-metal-96x384", "Bare Metal". */
static const char *const metal[] = {".metal", "-metal", "bare metal", "baremetal"};

enum { METAL = sizeof metal / sizeof metal[0] };

/* ---- comparing ------------------------------------------------------------------------------------ */

/* Whether `wanted` is at `offset`, in upper or lower case. */
/*@ requires readable(text.bytes, text.size);
    requires valid_read_string(wanted);
    assigns \nothing; */
static bool stands_at(struct text text, size_t offset, const char *wanted)
{
    return bytes_are_in_any_case(text.bytes, text.size, offset, wanted);
}

/*@ requires readable(text.bytes, text.size);
    requires valid_read_string(wanted);
    assigns \nothing; */
static bool holds(struct text text, const char *wanted)
{
    /*@ loop invariant 0 <= at <= text.size;
        loop assigns at;
        loop variant text.size - at; */
    for (size_t at = 0; at < text.size; at++)
        if (stands_at(text, at, wanted))
            return true;
    return false;
}

/*@ requires readable(text.bytes, text.size);
    requires valid_read_string(wanted);
    assigns \nothing; */
static bool fits(struct text text, const char *wanted, enum how how)
{
    size_t length = strlen(wanted);
    uint8_t next = byte_lower(bytes_u8(text.bytes, text.size, length));

    if (how == WHOLE)
        return text.size == length && stands_at(text, 0, wanted);
    if (how == BEGINS)
        return stands_at(text, 0, wanted) && !(next >= 'a' && next <= 'z');
    if (how == ENDS)
        return text.size >= length && stands_at(text, text.size - length, wanted);
    return holds(text, wanted);
}

/* ---- the table ------------------------------------------------------------------------------------ */

/* Reads every field, without the blanks around it. */
/*@ requires table_whole(table) && \valid(texts + (0 .. FIELDS - 1));
    requires \separated(texts + (0 .. FIELDS - 1), table);
    assigns texts[0 .. FIELDS - 1];
    ensures \forall integer i; 0 <= i < FIELDS ==> readable(texts[i].bytes, texts[i].size); */
static void read_fields(const struct hwident_table *table, struct text texts[FIELDS])
{
    /*@ loop invariant 0 <= i <= FIELDS && table_whole(table);
        loop invariant \forall integer k; 0 <= k < i ==> readable(texts[k].bytes, texts[k].size);
        loop assigns i, texts[0 .. FIELDS - 1];
        loop variant FIELDS - i; */
    for (size_t i = 0; i < FIELDS; i++) {
        struct hwident_structure s = {0};
        const char *string = NULL;
        size_t size = 0;

        if (hwident_table_find(table, fields[i].type, &s) != 1 ||
            hwident_structure_string_at(&s, fields[i].offset, &string, &size))
            size = 0;
        texts[i].bytes = text_trim(string, &size);
        texts[i].size = size;
    }
}

/* The field that has the signature, or FIELDS. */
/*@ requires row < SIGNATURES && \valid_read(texts + (0 .. FIELDS - 1));
    requires \forall integer i; 0 <= i < FIELDS ==> readable(texts[i].bytes, texts[i].size);
    assigns \nothing;
    ensures \result <= FIELDS; */
static size_t signed_in(size_t row, const struct text texts[FIELDS])
{
    size_t field = 0;

    /*@ loop invariant 0 <= field <= FIELDS;
        loop assigns field;
        loop variant FIELDS - field; */
    while (field < FIELDS && (!(signatures[row].where & BIT(field)) ||
                              !fits(texts[field], signatures[row].text, signatures[row].how)))
        field++;
    return field;
}

/* Whether the product says that the machine is bare metal. */
/*@ requires \valid_read(texts + (0 .. FIELDS - 1));
    requires \forall integer i; 0 <= i < FIELDS ==> readable(texts[i].bytes, texts[i].size);
    assigns \nothing; */
static bool is_metal(const struct text texts[FIELDS])
{
    /*@ loop invariant 0 <= i <= METAL;
        loop assigns i;
        loop variant METAL - i; */
    for (size_t i = 0; i < METAL; i++)
        if (holds(texts[PRODUCT], metal[i]) || holds(texts[SKU], metal[i]) ||
            holds(texts[VERSION], metal[i]) || holds(texts[FAMILY], metal[i]))
            return true;
    return false;
}

/*@ requires table_whole(table);
    assigns \nothing; */
static bool bios_says_so(const struct hwident_table *table)
{
    struct hwident_structure bios = {0};
    uint64_t extension;

    return hwident_table_find(table, BIOS, &bios) == 1 &&
           hwident_structure_field(&bios, BIOS_EXTENSION_2, 1, &extension) &&
           (extension & VIRTUAL_MACHINE) != 0;
}

/*@ requires table_whole(table);
    requires \valid(found) && \separated(found, table);
    assigns *found; */
void hwident_table_virtual(const struct hwident_table *table, struct hwident_virtual *found)
{
    struct text texts[FIELDS] = {{0}};

    *found = (struct hwident_virtual){.stated = bios_says_so(table)};
    found->is_virtual = found->stated;
    read_fields(table, texts);
    if (is_metal(texts))
        return;
    /*@ loop invariant 0 <= row <= SIGNATURES;
        loop assigns row, *found;
        loop variant SIGNATURES - row; */
    for (size_t row = 0; row < SIGNATURES; row++) {
        size_t field = signed_in(row, texts);

        if (field == FIELDS)
            continue;
        found->is_virtual = found->is_virtual || signatures[row].worth == PROVES;
        if (!found->name && (signatures[row].name || !found->evidence)) {
            found->name = signatures[row].name;
            found->evidence = fields[field].name;
        }
    }
    if (!found->is_virtual)
        *found = (struct hwident_virtual){0};
}
