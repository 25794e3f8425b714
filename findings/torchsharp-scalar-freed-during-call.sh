#!/usr/bin/env bash
# TorchSharp-cpu 0.107.0: a number that is passed to a tensor's method (`x.add_(1e-8)`) becomes a Scalar object, which nothing
# keeps alive while libtorch reads it. When another thread's garbage collection falls into the call, the finalizer frees it: libtorch
# then reads freed memory.
#
# Optimizers pass numbers so in every step. A program whose other threads make garbage (a display, a server) meets it rarely: in a loop of
# training steps beside four like it on two cores, once in some 100,000 steps. Here a thread collects all the time.
#
# Seen: System.Runtime.InteropServices.ExternalException, "Expected false to be true, but got false", raised from toFloat of a Scalar,
# after some thousand calls; with the Scalar held over the call (GC.KeepAlive), never: both of them, since x.add_(number)
# makes one more for alpha.
cd "$(dirname "${BASH_SOURCE[0]}")" && source ./csharp-program
run_torchsharp <<'CS' | expect 'passed as a number: freed
held over the call: whole'
using System.Diagnostics;
using TorchSharp;
using static TorchSharp.torch;
var stop = false;
var collector = new Thread(() =>
{
    while (!Volatile.Read(ref stop))
    {
        GC.Collect(0);
        GC.WaitForPendingFinalizers();
    }
});
collector.Start();
Tensor x = zeros(200_000);
Console.WriteLine($"passed as a number: {Try(TimeSpan.FromSeconds(60), () => x.add_(1e-8))}");
Console.WriteLine($"held over the call: {Try(TimeSpan.FromSeconds(10), () =>
{
    Scalar number = 1e-8, alpha = 1;
    x.add_(number, alpha);
    GC.KeepAlive((number, alpha));
})}");
Volatile.Write(ref stop, true);

static string Try(TimeSpan time, Action call)
{
    for (var clock = Stopwatch.StartNew(); clock.Elapsed < time;)
    {
        try
        {
            call();
        }
        catch (System.Runtime.InteropServices.ExternalException)
        {
            return "freed";
        }
    }

    return "whole";
}
CS
