using DtcGen.Onnx;
using DtcGen.Recording;
using Microsoft.CodeAnalysis;
using Microsoft.ML.OnnxRuntime;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests.Harness;

/// <summary>Runs a model that was recorded, or read, against oracles that know nothing of recording or grouping.</summary>
internal static class RecordedCase
{
    public const double Tolerance = 1e-4;

    /// <summary>Compiles a source; whatever the generator reports must be a message, not an error or a warning.</summary>
    public static Generated Compile(string source)
    {
        var generated = Generated.Run(source);
        Assert.True(
            generated.Diagnostics.All(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Info || diagnostic.Id == "DTC006"),
            string.Join('\n', generated.Diagnostics));
        generated.AssertCompiles();
        return generated;
    }

    /// <summary>Makes the model, and records it when it is one that must be.</summary>
    public static LoadedModel Make(Generated generated, Tensor[] example, int seed = 1)
    {
        var model = LoadedModel.From(generated, seed);
        if (model.Module is IRecordedModel recorded)
        {
            recorded.RecordInputs(example);
        }

        return model;
    }

    /// <summary>Checks that the exported file computes what the model does, for each of these batches.</summary>
    public static void CheckExport(LoadedModel model, params Tensor[][] batches)
    {
        model.Module.eval();
        var inputs = batches[0].Select(OnnxInput.Like).ToArray();
        var file = OnnxExport.Build((IOnnxExportable)model.Module, inputs);
        Assert.Empty(OnnxChecker.Check(file));
        using var session = new InferenceSession(file.ToBytes());
        foreach (var batch in batches)
        {
            // Of large numbers the last digits are larger too.
            var largest = model.Call(batch).Where(static output => output.numel() > 0)
                .Max(static output => output.to(ScalarType.Float64).abs().max().item<double>());
            Assert.InRange(ExportedFile.Difference(session, model, batch), 0, Tolerance * Math.Max(1, largest / 100));
        }
    }

    /// <summary>
    /// Checks each group: a model that lost neurons computes what one does whose layers no longer take them. Which columns those are
    /// is told by a third model, whose weights hold the numbers of their columns and which is clipped alike.
    /// </summary>
    public static void CheckClips(Generated generated, Tensor[] example, Tensor[] batch)
    {
        using var first = Make(generated, example);
        foreach (var group in first.Neurons.Groups)
        {
            CheckClip(generated, example, batch, group.Name);
        }
    }

    private static void CheckClip(Generated generated, Tensor[] example, Tensor[] batch, string name)
    {
        using var scope = NewDisposeScope();
        using var clipped = Make(generated, example);
        using var masked = Make(generated, example);
        using var numbered = Make(generated, example, seed: 3);
        LayerWeights.Copy(clipped.Module, masked.Module);
        foreach (var module in new[] { clipped, masked, numbered })
        {
            module.Module.eval();
        }

        Number(numbered.Module);
        var before = clipped.Module.named_parameters().Select(static p => p.name).ToArray();
        var count = clipped.Neurons.CountNeurons(clipped.Group(name));
        var keep = KeepSets.Random(count, (int)Math.Max(1, count / 2), new Random(5));
        clipped.Neurons.Clip(clipped.Group(name), keep);
        numbered.Neurons.Clip(numbered.Group(name), keep);
        Assert.Equal(keep.Length, clipped.Neurons.CountNeurons(clipped.Group(name)));
        Assert.Equal(before, clipped.Module.named_parameters().Select(static p => p.name));

        var changed = 0;
        foreach (var ((full, dimension), (numbers, _)) in Weights(masked.Module).Zip(Weights(numbered.Module)))
        {
            if (full.shape[dimension] == numbers.shape[dimension])
            {
                continue;
            }

            var kept = numbers.transpose(0, dimension)
                .contiguous()
                .reshape(numbers.shape[dimension], -1)
                .select(1, 0)
                .to(ScalarType.Int64)
                .cpu()
                .data<long>()
                .ToArray();
            using var noGrad = no_grad();
            for (var column = 0L; column < full.shape[dimension]; column++)
            {
                if (!kept.Contains(column))
                {
                    using var view = full.narrow(dimension, column, 1);
                    view.zero_();
                    changed++;
                }
            }
        }

        Assert.True(count == keep.Length || changed > 0, $"Nothing takes '{name}'.");
        var (wanted, got) = (masked.Call(batch), clipped.Call(batch));
        foreach (var (expected, actual) in wanted.Zip(got))
        {
            Assert.InRange(LayerWeights.Difference(expected, actual), 0, 1e-5);
        }
    }

    // The weights by which layers take neurons, and the dimension that these lie along.
    private static IEnumerable<(Parameter Weight, int Dimension)> Weights(nn.Module model)
        => model.named_modules().Select(static item => item.module).SelectMany(static module => module switch
        {
            Linear linear => new[] { (linear.weight, 1) },
            Convolution convolution => [(convolution.weight, convolution.transposed ? 0 : 1)],
            _ => [],
        });

    private static void Number(nn.Module model)
    {
        using var noGrad = no_grad();
        foreach (var (weight, dimension) in Weights(model))
        {
            var shape = Enumerable.Repeat(1L, (int)weight.ndim).ToArray();
            shape[dimension] = weight.shape[dimension];
            weight.copy_(arange(weight.shape[dimension], ScalarType.Float32).reshape(shape).expand(weight.shape));
        }
    }
}
