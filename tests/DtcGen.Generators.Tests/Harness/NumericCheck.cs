using DtcGen.Onnx;
using DtcGen.Recording;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests.Harness;

/// <summary>
/// Holds a model that was read, or is recorded, to what it computes: its file under ONNX Runtime, and each of its groups clipped. Which
/// inputs a clip took from a layer is seen in the layer's weight, not asked of the code that took them.
/// </summary>
internal static class NumericCheck
{
    private const double Tolerance = 1e-5;
    private const double OnnxTolerance = 1e-4;

    /// <summary>What came of a model whose export refuses it by name, which is right.</summary>
    public const string NotExported = "not exported";

    /// <summary>What came of a model whose recording is refused, which is right too.</summary>
    public const string NotRecorded = "not recorded";

    /// <summary>What is wrong with the model, or null.</summary>
    /// <param name="network">Its class.</param>
    /// <param name="inputs">Inputs for it, of a given batch size.</param>
    public static string? Run(Type network, Func<long, Tensor[]> inputs)
    {
        using var scope = NewDisposeScope();
        try
        {
            return File(network, inputs) ?? Clips(network, inputs);
        }
        catch (OnnxExportException)
        {
            return NotExported;
        }
        catch (Exception refusal) when (refusal is InvalidOperationException or NotSupportedException
            && refusal.Message.Contains("cannot be recorded", StringComparison.Ordinal))
        {
            return NotRecorded;
        }
        catch (Exception exception)
        {
            return exception.Message;
        }
    }

    private static string? File(Type network, Func<long, Tensor[]> inputs)
    {
        using var model = Trained(network, inputs);
        var registered = model.Module.named_modules().Select(static module => module.name).ToHashSet();
        var unknown = model.Neurons.Groups.SelectMany(static group => group.Members.Select(static member => member.Layer))
            .FirstOrDefault(layer => !registered.Contains(layer));
        if (unknown is not null)
        {
            return $"'{unknown}' is no module of the model";
        }

        foreach (var batch in new long[] { 1, 37 })
        {
            var difference = ExportedFile.Difference(model, inputs(batch));
            if (!(difference <= OnnxTolerance))
            {
                return $"the file differs by {difference:g3} at a batch of {batch}";
            }
        }

        return null;
    }

    private static string? Clips(Type network, Func<long, Tensor[]> inputs)
    {
        var count = Groups(network, inputs);
        for (var i = 0; i < count; i++)
        {
            using var clipped = Trained(network, inputs);
            using var masked = Trained(network, inputs);
            var group = clipped.Neurons.Groups[i];
            var neurons = clipped.Neurons.CountNeurons(group);
            if (neurons < 2)
            {
                continue;
            }

            LayerWeights.Copy(clipped.Module, masked.Module);
            clipped.Neurons.Clip(group, KeepSets.Random(neurons, (int)(neurons / 2), new Random(i)));
            foreach (var layer in group.Members
                .Where(static member => member.Role == NeuronRole.Consumer)
                .Select(static member => member.Layer)
                .Distinct())
            {
                var taken = Taken(LayerWeights.Of(masked.Module, layer), LayerWeights.Of(clipped.Module, layer));
                LayerWeights.ZeroColumns(masked.Module, layer, taken);
            }

            clipped.Module.eval();
            masked.Module.eval();
            var x = inputs(5);
            var difference = clipped.Call(x).Zip(masked.Call(x), LayerWeights.Difference).Max();
            if (!(difference <= Tolerance))
            {
                return $"clipping '{group.Name}' differs by {difference:g3}";
            }

            difference = ExportedFile.Difference(clipped, x);
            if (!(difference <= OnnxTolerance))
            {
                return $"the file differs by {difference:g3} when '{group.Name}' is clipped";
            }
        }

        return null;
    }

    private static int Groups(Type network, Func<long, Tensor[]> inputs)
    {
        using var model = Trained(network, inputs);
        return model.Neurons.Groups.Count;
    }

    // Some batches in training give running statistics that are not the initial ones.
    private static LoadedModel Trained(Type network, Func<long, Tensor[]> inputs)
    {
        var model = LoadedModel.Of(network, 1);
        random.manual_seed(2);

        // TorchSharp 0.107 leaves these as the memory was.
        foreach (var norm in model.Module.modules().OfType<TorchSharp.Modules.GroupNorm>().Where(static norm => norm.weight is not null))
        {
            nn.init.ones_(norm.weight!);
            nn.init.zeros_(norm.bias!);
        }

        model.Module.train();
        for (var i = 0; i < 2; i++)
        {
            model.Call(inputs(8));
        }

        model.Module.eval();
        if (model.Module is IRecordedModel recorded)
        {
            recorded.RecordInputs(inputs(3));
        }

        return model;
    }

    // The columns of which no column is left: a column left holds some of its entries, in order.
    private static IEnumerable<long> Taken(Tensor before, Tensor after)
    {
        var all = Columns(before);
        var left = Columns(after);
        var taken = new List<long>();
        var next = 0;
        for (var column = 0; column < all.Length; column++)
        {
            if (next < left.Length && IsPartOf(left[next], all[column]))
            {
                next++;
            }
            else
            {
                taken.Add(column);
            }
        }

        Assert.Equal(left.Length, next);
        return taken;
    }

    private static bool IsPartOf(float[] part, float[] whole)
    {
        var next = 0;
        foreach (var value in whole)
        {
            if (next < part.Length && part[next] == value)
            {
                next++;
            }
        }

        return next == part.Length;
    }

    private static float[][] Columns(Tensor weight)
        => [
            .. Enumerable.Range(0, (int)weight.shape[1])
                .Select(i => weight.detach().select(1, i).contiguous().flatten().data<float>().ToArray())
        ];
}
