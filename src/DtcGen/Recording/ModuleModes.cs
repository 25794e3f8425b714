using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>Puts a model into evaluation mode; disposing gives every module its own mode back.</summary>
internal sealed class ModuleModes : IDisposable
{
    private readonly List<(nn.Module Module, bool Training)> _modes;

    public ModuleModes(nn.Module model)
    {
        // Outer modules come before those inside them, whose modes they set too.
        _modes = [(model, model.training), .. model.named_modules().Select(static item => (item.module, item.module.training))];
        model.eval();
    }

    public void Dispose()
    {
        foreach (var (module, training) in _modes)
        {
            if (module.training != training)
            {
                module.train(training);
            }
        }
    }
}
