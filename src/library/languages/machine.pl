# Which machine is this? With FFI::Platypus; JSON::PP comes with Perl.
use strict;
use warnings;
use FFI::Platypus;
use FFI::Platypus::Buffer qw(scalar_to_pointer);
use JSON::PP qw(decode_json);

my $lib = FFI::Platypus->new(api => 2, lib => 'libhwident.so.1');
$lib->attach(hwident_open => ['string', 'opaque*'] => 'int');
$lib->attach(hwident_value => ['opaque', 'string', 'string*'] => 'int');
$lib->attach(hwident_code => [qw(opaque string opaque size_t opaque size_t)] => 'int');
$lib->attach(hwident_json => ['opaque', 'string', 'opaque', 'string*', 'opaque'] => 'int');
$lib->attach(hwident_why => ['opaque', 'int'] => 'string');
my ($h, $uuid, $text, $code) = (undef, undef, undef, "\0" x 64);
sub check { my ($err) = @_; die hwident_why($h, $err) . "\n" if $err }

check(hwident_open(undef, \$h));
check(hwident_value($h, 'system-uuid', \$uuid));
check(hwident_code($h, 'com.example.app', undef, 0, scalar_to_pointer($code), 64));
check(hwident_json($h, 'summary', undef, \$text, undef));
print "UUID $uuid\nCode ", unpack('Z*', $code), "\n";
for my $dimm (grep { $_->{size_bytes} } @{ decode_json($text)->{memory}{devices} }) {
    printf "DIMM %d MiB, %s\n", $dimm->{size_bytes} >> 20, $dimm->{device_locator};
}
