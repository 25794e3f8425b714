using DtcGen.Runtime;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Onnx;

/// <summary>Puts a module and everything in it into evaluation mode without gradients, and back on disposal.</summary>
internal sealed class EvaluationMode : IDisposable
{
    private readonly List<(Module Module, bool Training)> _modes;
    private readonly IDisposable _noGrad;
    private readonly ModelUse? _use;

    public EvaluationMode(Module? module)
    {
        _use = module is null ? null : ModelUse.Read(module, "evaluation");
        _modes = module is null ? [] : [(module, module.training), .. module.modules().Select(static m => (m, m.training))];
        _noGrad = no_grad();
        module?.eval();
    }

    public void Dispose()
    {
        _noGrad.Dispose();

        // From the outermost inwards, because a module's mode is handed on to what it holds.
        foreach (var (module, training) in _modes)
        {
            module.train(training);
        }

        _use?.Dispose();
    }
}
