hwident summary --format prometheus --app fleet.example.com \
    -o /var/lib/prometheus/node-exporter/hwident.prom
