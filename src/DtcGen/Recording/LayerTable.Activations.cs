using DtcGen.Generators.Reading.Graph;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Recording;

// Activations.
internal static partial class LayerTable
{
    private static void AddActivations(Dictionary<Type, Action<Recorder, ModuleCall>> table)
    {
        table[typeof(ReLU)] = static (recorder, call) => Add(recorder, call, OperatorKind.Relu, ((ReLU)call.Module).inplace);
        table[typeof(ReLU6)] = static (recorder, call) => Add(recorder, call, OperatorKind.Relu6, ((ReLU6)call.Module).inplace);
        table[typeof(LeakyReLU)] = static (recorder, call) => Add(
            recorder, call, OperatorKind.LeakyRelu, ((LeakyReLU)call.Module).inplace, ((LeakyReLU)call.Module).negative_slope);
        table[typeof(ELU)] = static (recorder, call) => Add(
            recorder, call, OperatorKind.Elu, ((ELU)call.Module).inplace, ((ELU)call.Module).alpha);
        table[typeof(GELU)] = static (recorder, call) => Add(
            recorder,
            call,
            ((GELU)call.Module).approximate == TorchSharp.Modules.GELU.Approximate.none ? OperatorKind.Gelu : OperatorKind.Unary,
            ((GELU)call.Module).inplace,
            "GeluTanh",
            []);
        table[typeof(SiLU)] = static (recorder, call) => Add(recorder, call, OperatorKind.Silu, ((SiLU)call.Module).inplace);
        table[typeof(Sigmoid)] = static (recorder, call) => Add(recorder, call, OperatorKind.Sigmoid, ((Sigmoid)call.Module).inplace);
        table[typeof(Tanh)] = static (recorder, call) => Add(recorder, call, OperatorKind.Tanh, ((Tanh)call.Module).inplace);
        table[typeof(Mish)] = static (recorder, call) => Add(recorder, call, OperatorKind.Mish, ((Mish)call.Module).inplace);
        table[typeof(Hardsigmoid)] = static (recorder, call) => Add(
            recorder, call, OperatorKind.Hardsigmoid, ((Hardsigmoid)call.Module).inplace);
        table[typeof(Hardswish)] = static (recorder, call) => Add(recorder, call, OperatorKind.Hardswish, ((Hardswish)call.Module).inplace);
        table[typeof(Softplus)] = static (recorder, call) => Add(
            recorder, call, OperatorKind.Softplus, false, ((Softplus)call.Module).beta, ((Softplus)call.Module).threshold);
        table[typeof(Softsign)] = static (recorder, call) => Add(
            recorder, call, OperatorKind.Unary, ((Softsign)call.Module).inplace, "Softsign", []);
        table[typeof(SELU)] = static (recorder, call) => Add(recorder, call, OperatorKind.Unary, ((SELU)call.Module).inplace, "Selu", []);
        table[typeof(CELU)] = static (recorder, call) => Add(
            recorder, call, OperatorKind.Unary, ((CELU)call.Module).inplace, "Celu", [((CELU)call.Module).alpha]);
        table[typeof(LogSigmoid)] = static (recorder, call) => Add(recorder, call, OperatorKind.Unary, false, "LogSigmoid", []);
        table[typeof(Softmax)] = static (recorder, call) => Add(recorder, call, OperatorKind.Softmax, false, ((Softmax)call.Module).dim);
        table[typeof(LogSoftmax)] = static (recorder, call) => Add(
            recorder, call, OperatorKind.LogSoftmax, false, ((LogSoftmax)call.Module).dim);
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
