#!/usr/bin/env bash
# Microsoft.ML.OnnxRuntime 1.31.1: two sessions of a process that run in turns, one after the other and never at once, each take
# longer than alone. The threads of the one that has just run go on looking for work, for some tens of milliseconds, and take the
# processors on which the other computes. Whoever compares two models by runs in turns measures that: on two cores each took 1.9 times
# as long as alone, and the ratio of the two was not the ratio of their times alone.
#
# With the session option session.force_spinning_stop = 1 they stop when a run ends, and in turns is as alone.
#
# Seen: "slower" (1.3 times and more) without the option, "as alone" with it. It needs at least two processors that nothing else uses.
cd "$(dirname "${BASH_SOURCE[0]}")" && source ./csharp-program
run_program Microsoft.ML.OnnxRuntime 1.31.1 <<'CS' | expect 'in turns: slower
in turns, spinning stopped: as alone'
using System.Diagnostics;
using System.Text;
using Microsoft.ML.OnnxRuntime;
var weights = OrtValue.CreateTensorValueFromMemory(new float[1024 * 1024], [1024, 1024]);
var input = OrtValue.CreateTensorValueFromMemory(new float[256 * 1024], [256, 1024]);
var model = Model();
foreach (var stop in new[] { "0", "1" })
{
    using var options = new SessionOptions();
    options.AddSessionConfigEntry("session.force_spinning_stop", stop);
    using InferenceSession one = new(model, options), other = new(model, options);
    double alone = Median(60, () => Time(one));
    double inTurns = Median(60, () => { Time(other); return Time(one); });
    Console.WriteLine($"in turns{(stop == "1" ? ", spinning stopped" : "")}: {(inTurns / alone > 1.3 ? "slower" : "as alone")}");
    Console.Error.WriteLine($"alone {alone:F1} ms, in turns {inTurns:F1} ms");
}

double Time(InferenceSession session)
{
    using var run = new RunOptions();
    var clock = Stopwatch.StartNew();
    session.Run(run, ["X", "W"], [input, weights], ["Y8"]).Dispose();
    return clock.Elapsed.TotalMilliseconds;
}

static double Median(int runs, Func<double> time) => Enumerable.Range(0, runs).Select(_ => time()).Skip(10).Order().ElementAt((runs - 10) / 2);

// Eight products of matrices, one after the other.
static byte[] Model()
{
    List<byte> graph = [];
    for (var i = 1; i <= 8; i++)
    {
        graph.AddRange(Part(1, [.. Name(1, i == 1 ? "X" : $"Y{i - 1}"), .. Name(1, "W"), .. Name(2, $"Y{i}"), .. Name(4, "MatMul")]));
    }

    graph.AddRange([.. Name(2, "products"), .. Value(11, "X", 256), .. Value(11, "W", 1024), .. Value(12, "Y8", 256)]);
    return [.. Number(1, 8), .. Part(7, [.. graph]), .. Part(8, [.. Name(1, ""), .. Number(2, 13)])];
}

static byte[] Value(int field, string name, int rows) => Part(field, [.. Name(1, name), .. Part(2, Part(1, [.. Number(1, 1), .. Part(2,
    [.. Part(1, Number(1, rows)), .. Part(1, Number(1, 1024))])]))]);
static byte[] Name(int field, string text) => Part(field, Encoding.UTF8.GetBytes(text));
static byte[] Part(int field, byte[] bytes) => [(byte)((field << 3) | 2), .. Varint(bytes.Length), .. bytes];
static byte[] Number(int field, int value) => [(byte)(field << 3), .. Varint(value)];
static byte[] Varint(int value) => value < 128 ? [(byte)value] : [(byte)((value & 127) | 128), .. Varint(value >> 7)];
CS
