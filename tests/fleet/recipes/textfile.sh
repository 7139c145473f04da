hwident summary --format prometheus -o /var/lib/prometheus/node-exporter/hwident.prom
hwident code --app fleet.example.com --format prometheus -o /var/lib/prometheus/node-exporter/hwident-code.prom
