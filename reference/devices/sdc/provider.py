"""A patient monitor that speaks IEEE 11073 SDC, as a process of its own.

Says in a line of JSON by which endpoint it is found, shows what it is told to in lines of JSON on standard input
({"147842": 88}), and ends when that does.
"""

import json
import sys
import uuid
from decimal import Decimal
from pathlib import Path

from sdc11073.mdib import ProviderMdib
from sdc11073.provider import SdcProvider
from sdc11073.wsdiscovery import WSDiscovery
from sdc11073.xml_types import pm_types
from sdc11073.xml_types.dpws_types import ThisDeviceType, ThisModelType


def show(provider, values):
    """Valid values, measured now."""
    with provider.mdib.metric_state_transaction() as transaction:
        for handle, value in values.items():
            state = transaction.get_state(handle)
            if state.MetricValue is None:
                state.mk_metric_value()
            state.MetricValue.Value = Decimal(str(value))
            state.MetricValue.MetricQuality.Validity = pm_types.MeasurementValidity.VALID


def main():
    discovery = WSDiscovery('127.0.0.1')
    discovery.start()
    provider = SdcProvider(
        ws_discovery=discovery,
        this_model=ThisModelType(
            manufacturer='Genrep', manufacturer_url='urn:genrep', model_name='Provmonitor', model_number='1'
        ),
        this_device=ThisDeviceType(friendly_name='Provmonitor', serial_number='1'),
        device_mdib_container=ProviderMdib.from_mdib_file(str(Path(__file__).with_name('monitor.xml'))),
        epr=uuid.uuid4(),
    )
    # Waves need a provider of their own, which this monitor has none of.
    provider.start_all(start_rtsample_loop=False)
    provider.publish()
    print(json.dumps({'endpoint': provider.epr_urn}), flush=True)
    for line in sys.stdin:
        show(provider, json.loads(line, parse_float=Decimal))
    provider.stop_all()
    discovery.stop()


if __name__ == '__main__':
    main()
