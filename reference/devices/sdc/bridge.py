"""What stands between the island of SDC devices and the record: follows one provider, and tells each report in a line of JSON.

    python3 bridge.py ENDPOINT

A line: {"values": [{"code": "147842", "unit": "264864", "value": "88"}], "at": 1796068800.123}. What the device does not call
valid is left out; `at` is when the device says that it was determined, in seconds since 1970.
"""

import json
import sys
import time

from sdc11073 import observableproperties
from sdc11073.consumer.consumerimpl import SdcConsumer
from sdc11073.definitions_sdc import SdcV1Definitions
from sdc11073.mdib.consumermdib import ConsumerMdib
from sdc11073.wsdiscovery import WSDiscovery
from sdc11073.xml_types import pm_types


def find(discovery, endpoint, patience=20):
    until = time.monotonic() + patience
    while time.monotonic() < until:
        for service in discovery.search_services(types=SdcV1Definitions.MedicalDeviceTypesFilter, timeout=1):
            if service.epr == endpoint:
                return service
    raise SystemExit(f'Ingen apparat svarar som {endpoint}.')


def tell(mdib):
    """Told anew for each report; the caller keeps it, since observers are kept by weak reference."""

    def on_metrics(states):
        values = []
        at = None
        for handle, state in states.items():
            value = state.MetricValue
            if value is None or value.MetricQuality.Validity != pm_types.MeasurementValidity.VALID:
                continue
            descriptor = mdib.descriptions.handle.get_one(handle)
            values.append(
                {'code': descriptor.Type.Code, 'unit': descriptor.Unit.Code, 'value': format(value.Value, 'f')}
            )
            at = max(at or 0, value.DeterminationTime or time.time())
        if values:
            print(json.dumps({'values': values, 'at': at}), flush=True)

    return on_metrics


def main():
    discovery = WSDiscovery('127.0.0.1')
    discovery.start()
    consumer = SdcConsumer.from_wsd_service(find(discovery, sys.argv[1]), ssl_context_container=None)
    consumer.start_all()
    mdib = ConsumerMdib(consumer)
    mdib.init_mdib()
    on_metrics = tell(mdib)
    observableproperties.bind(mdib, metrics_by_handle=on_metrics)
    print(json.dumps({'follows': sys.argv[1]}), flush=True)
    # Ends when the one who started it does.
    sys.stdin.read()
    consumer.stop_all(unsubscribe=True)
    discovery.stop()


if __name__ == '__main__':
    main()
