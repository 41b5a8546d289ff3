"""Customers a CPU-second through M/M/1 at 0.91 in SimPy, with the mean wait and its variance (Welford)."""
import random
import time

import simpy

LOAD, CUSTOMERS = 0.91, 200_000
draw = random.Random(1)
count, mean, squares = 0, 0.0, 0.0


def customer(env, server):
    global count, mean, squares
    arrived = env.now
    with server.request() as request:
        yield request
        wait = env.now - arrived
        count += 1
        deviation = wait - mean
        mean += deviation / count
        squares += deviation * (wait - mean)
        yield env.timeout(draw.expovariate(1 / LOAD))


def arrivals(env, server):
    for _ in range(CUSTOMERS):
        yield env.timeout(draw.expovariate(1))
        env.process(customer(env, server))


env = simpy.Environment()
env.process(arrivals(env, simpy.Resource(env, capacity=1)))
begun = time.process_time()
env.run()
print(count / (time.process_time() - begun))
