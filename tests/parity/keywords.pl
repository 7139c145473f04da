# Prints what Parse::DMIDecode reads from the output of the dmidecode in the PATH: every keyword,
# and for every structure its type, handle and keys.
# SPDX-License-Identifier: MIT
use strict;
use warnings;
use Parse::DMIDecode;

my $decoder = Parse::DMIDecode->new(nowarnings => 1);
$decoder->probe;
for my $keyword ( sort( $decoder->keywords ) ) {
    my @values = map { ref $_ ? @$_ : $_ } $decoder->keyword($keyword);
    print "$keyword=", join( "|", map { $_ // "" } @values ), "\n";
}
for my $handle ( $decoder->get_handles ) {
    print join( " ", $handle->handle, $handle->dmitype, sort( $handle->keywords ) ), "\n";
}
