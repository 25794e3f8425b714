using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Tests.Pruned;

/// <summary>What a layer took and made on one batch.</summary>
internal sealed record Seen(Tensor Input, Tensor Output)
{
    /// <summary>Runs a model in evaluation mode, and looks at some of its layers.</summary>
    public static Dictionary<string, Seen> On(nn.Module<Tensor, Tensor> model, Tensor batch, params string[] layers)
    {
        var seen = new Dictionary<string, Seen>();
        using var guard = no_grad();
        var hooks = layers.Select(name => ((nn.Module<Tensor, Tensor>)model.named_modules().Single(item => item.name == name).module)
            .register_forward_hook((_, input, output) =>
            {
                seen[name] = new Seen(input.clone(), output.clone());
                return output;
            })).ToArray();
        model.eval();
        model.call(batch);
        model.train();
        Array.ForEach(hooks, static hook => hook.remove());
        return seen;
    }

    /// <summary>The same, of some of its channels alone.</summary>
    public Seen Of(IReadOnlyList<int> inputs, IReadOnlyList<int> outputs) => new(Some(Input, inputs), Some(Output, outputs));

    /// <summary>How far from the output a layer is that takes the input.</summary>
    public double Distance(nn.Module<Tensor, Tensor> layer)
    {
        using var guard = no_grad();
        using var scope = NewDisposeScope();
        return (layer.forward(Input) - Output).square().sum().item<double>();
    }

    private static Tensor Some(Tensor values, IReadOnlyList<int> channels)
        => values.index_select(1, tensor(channels.Select(static channel => (long)channel).ToArray()));
}
