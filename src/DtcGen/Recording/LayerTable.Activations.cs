using DtcGen.Generators.Reading.Graph;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Recording;

// Activations.
internal static partial class LayerTable
{
    private static void AddActivations(Dictionary<Type, Action<Recorder, ModuleCall>> table)
    {
        Known<ReLU>(table, static layer => [], static layer => layer.inplace);
        Known<ReLU6>(table, static layer => [], static layer => layer.inplace);
        Known<LeakyReLU>(table, static layer => [layer.negative_slope], static layer => layer.inplace);
        Known<ELU>(table, static layer => [layer.alpha], static layer => layer.inplace);
        Known<SiLU>(table, static layer => [], static layer => layer.inplace);
        Known<Sigmoid>(table, static layer => [], static layer => layer.inplace);
        Known<Tanh>(table, static layer => [], static layer => layer.inplace);
        Known<Mish>(table, static layer => [], static layer => layer.inplace);
        Known<Hardsigmoid>(table, static layer => [], static layer => layer.inplace);
        Known<Hardswish>(table, static layer => [], static layer => layer.inplace);
        Known<Softplus>(table, static layer => [layer.beta, layer.threshold]);
        Known<Softsign>(table, static layer => [], static layer => layer.inplace);
        Known<SELU>(table, static layer => [], static layer => layer.inplace);
        Known<CELU>(table, static layer => [layer.alpha], static layer => layer.inplace);
        Known<LogSigmoid>(table, static layer => []);
        Known<Softmax>(table, static layer => [layer.dim]);
        Known<Softmax2d>(table, static layer => []);
        Known<LogSoftmax>(table, static layer => [layer.dim]);
        table[typeof(GELU)] = static (recorder, call) => Add(
            recorder,
            call,
            ((GELU)call.Module).approximate == TorchSharp.Modules.GELU.Approximate.none ? OperatorKind.Gelu : OperatorKind.Unary,
            ((GELU)call.Module).inplace,
            "GeluTanh",
            []);
        table[typeof(Hardtanh)] = static (recorder, call) =>
        {
            var layer = (Hardtanh)call.Module;
            if (ReferenceEquals(call.Input, call.Result) && !layer.inplace)
            {
                // TorchSharp's returns its input unclamped where it does not work in place.
                return;
            }

            Add(recorder, call, OperatorKind.Hardtanh, layer.inplace, layer.min_val, layer.max_val);
        };
    }
}
