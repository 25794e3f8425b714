using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Managed.Tests.Goldens.Families;

/// <summary>Activations as Tensor methods, functions and layers, in place and not.</summary>
internal static class Activations
{
    internal static void AddTo(OperationTable table)
    {
        table.Add("relu", ("torch.Tensor.relu", c => c.X[0].relu()), ("torch.Tensor.relu_", c => c.X[0].clone().relu_()), ("torch.nn.functional.relu", c => F.relu(c.X[0])), ("torch.nn.ReLU", c => c.Run(nn.ReLU())));
        table.Add("sigmoid", ("torch.Tensor.sigmoid", c => c.X[0].sigmoid()), ("torch.sigmoid", c => torch.sigmoid(c.X[0])), ("torch.nn.functional.sigmoid", c => F.sigmoid(c.X[0])), ("torch.nn.Sigmoid", c => c.Run(nn.Sigmoid())));
        table.Add("tanh", ("torch.Tensor.tanh", c => c.X[0].tanh()), ("torch.tanh", c => torch.tanh(c.X[0])), ("torch.nn.functional.tanh", c => F.tanh(c.X[0])), ("torch.nn.Tanh", c => c.Run(nn.Tanh())));
        table.Add("gelu", ("torch.Tensor.gelu", c => c.X[0].gelu()), ("torch.nn.functional.gelu", c => F.gelu(c.X[0])), ("torch.nn.GELU", c => c.Run(nn.GELU())));
        table.Add("silu", ("torch.Tensor.silu", c => c.X[0].silu()), ("torch.nn.functional.silu", c => F.silu(c.X[0])), ("torch.nn.SiLU", c => c.Run(nn.SiLU())));
        table.Add("relu6", ("torch.nn.functional.relu6", c => F.relu6(c.X[0])), ("torch.nn.ReLU6", c => c.Run(nn.ReLU6())));
        table.Add("hardsigmoid", ("torch.nn.functional.hardsigmoid", c => F.hardsigmoid(c.X[0])), ("torch.nn.Hardsigmoid", c => c.Run(nn.Hardsigmoid())));
        table.Add("hardswish", ("torch.nn.functional.hardswish", c => F.hardswish(c.X[0])), ("torch.nn.Hardswish", c => c.Run(nn.Hardswish())));
        table.Add("mish", ("torch.nn.functional.mish", c => F.mish(c.X[0])), ("torch.nn.Mish", c => c.Run(nn.Mish())));
        table.Add("elu", ("torch.nn.functional.elu", c => F.elu(c.X[0], c.Number("alpha"))), ("torch.nn.ELU", c => c.Run(nn.ELU(c.Number("alpha")))));
        table.Add("leaky_relu", ("torch.nn.functional.leaky_relu", c => F.leaky_relu(c.X[0], c.Number("slope"))), ("torch.nn.LeakyReLU", c => c.Run(nn.LeakyReLU(c.Number("slope")))));
        table.Add("hardtanh", ("torch.nn.functional.hardtanh", c => F.hardtanh(c.X[0], c.Number("min"), c.Number("max"))), ("torch.nn.Hardtanh", c => c.Run(nn.Hardtanh(c.Number("min"), c.Number("max")))));
        table.Add("softplus", ("torch.nn.functional.softplus", c => F.softplus(c.X[0], c.Number("beta"), c.Number("threshold"))), ("torch.nn.Softplus", c => c.Run(nn.Softplus(c.Number("beta"), c.Number("threshold")))));
        table.Add("prelu", ("torch.nn.functional.prelu", c => F.prelu(c.X[0], c.X[1])), ("torch.nn.PReLU", TrainedSlopes));
        table.Add("softmax", ("torch.Tensor.softmax", c => c.X[0].softmax(c.Whole("dim"))), ("torch.softmax", c => torch.softmax(c.X[0], (int)c.Whole("dim"))), ("torch.nn.functional.softmax", c => F.softmax(c.X[0], c.Whole("dim"))), ("torch.nn.Softmax", c => c.Run(nn.Softmax(c.Whole("dim")))));
        table.Add("log_softmax", ("torch.Tensor.log_softmax", c => c.X[0].log_softmax(c.Whole("dim"))), ("torch.nn.functional.log_softmax", c => F.log_softmax(c.X[0], c.Whole("dim"))), ("torch.nn.LogSoftmax", c => c.Run(nn.LogSoftmax(c.Whole("dim")))));
    }

    private static Tensor TrainedSlopes(GoldenCall c)
    {
        var layer = nn.PReLU(c.X[1].numel(), dtype: c.Type);
        layer.weight = c.Parameter(1);
        return c.Run(layer);
    }
}
