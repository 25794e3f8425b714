using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Managed.Tests.Goldens.Families;

/// <summary>Random numbers of a seed: what is drawn, and where the stream stands afterwards.</summary>
internal static class Streams
{
    internal static void AddTo(OperationTable table)
    {
        table.AddMany("rand", ("torch.rand", Seeded(c => torch.rand(c.Wholes("shape"), c.Type))));
        table.AddMany("randn", ("torch.randn", Seeded(c => torch.randn(c.Wholes("shape"), c.Type))), ("torch.randn_like", Seeded(c => torch.randn_like(Empty(c)))));
        table.AddMany(
            "normal_",
            ("torch.Tensor.normal_", Seeded(c => Empty(c).normal_(0.5, 2))),
            ("torch.nn.init.normal_", Seeded(c => nn.init.normal_(Empty(c), 0.5, 2))),
            ("torch.normal", Seeded(c => torch.normal(0.5, 2, c.Wholes("shape"), c.Type))));
        table.AddMany("uniform_", ("torch.Tensor.uniform_", Seeded(c => Empty(c).uniform_(-1.5, 2.5))), ("torch.nn.init.uniform_", Seeded(c => nn.init.uniform_(Empty(c), -1.5, 2.5))));
        table.AddMany("randperm", ("torch.randperm", Seeded(c => torch.randperm(c.Whole("n")))));
        table.AddMany("randint", ("torch.randint", Seeded(c => torch.randint(c.Whole("low"), c.Whole("high"), c.Wholes("shape")))));
        table.AddMany("bernoulli", ("torch.bernoulli", Seeded(c => torch.bernoulli(torch.full(c.Wholes("shape"), c.Number("p"), c.Type)))));
        table.AddMany("dropout", ("torch.nn.functional.dropout", Seeded(c => F.dropout(Ones(c), c.Number("p")))), ("torch.nn.Dropout", Seeded(c => c.Own(nn.Dropout(c.Number("p"))).call(Ones(c)))));
        table.AddMany("dropout2d", ("torch.nn.functional.dropout2d", Seeded(c => F.dropout2d(Ones(c), c.Number("p")))), ("torch.nn.Dropout2d", Seeded(c => c.Own(nn.Dropout2d(c.Number("p"))).call(Ones(c)))));
        table.AddMany("dropout1d", ("torch.nn.functional.dropout1d", Seeded(c => F.dropout1d(Ones(c), c.Number("p")))), ("torch.nn.Dropout1d", Seeded(c => c.Own(nn.Dropout1d(c.Number("p"))).call(Ones(c)))));
        table.AddMany("multinomial", ("torch.multinomial", Seeded(c => torch.multinomial(torch.tensor(new[] { 0.1, 0.2, 0.4, 0.3 }).to_type(c.Type), c.Whole("n"), c.Flag("replacement")))));
        table.AddMany("xavier_uniform_", ("torch.nn.init.xavier_uniform_", Seeded(c => nn.init.xavier_uniform_(Empty(c), c.Number("gain")))), ("torch.nn.init.glorot_uniform_", Seeded(c => nn.init.glorot_uniform_(Empty(c), c.Number("gain")))));
        table.AddMany("xavier_normal_", ("torch.nn.init.xavier_normal_", Seeded(c => nn.init.xavier_normal_(Empty(c), c.Number("gain")))), ("torch.nn.init.glorot_normal_", Seeded(c => nn.init.glorot_normal_(Empty(c), c.Number("gain")))));
        table.AddMany("kaiming_uniform_", ("torch.nn.init.kaiming_uniform_", Seeded(c => nn.init.kaiming_uniform_(Empty(c), c.Number("a"), Fan(c), Nonlinearity(c)))));
        table.AddMany("kaiming_normal_", ("torch.nn.init.kaiming_normal_", Seeded(c => nn.init.kaiming_normal_(Empty(c), c.Number("a"), Fan(c), Nonlinearity(c)))));
    }

    private static Func<GoldenCall, Tensor[]> Seeded(Func<GoldenCall, Tensor> draw) => c =>
    {
        random.manual_seed(c.Whole("seed"));
        Tensor drawn = draw(c);

        return [drawn, torch.rand(3, float64).to_type(c.Type)];
    };

    private static Tensor Empty(GoldenCall c) => torch.empty(c.Wholes("shape"), c.Type);

    private static Tensor Ones(GoldenCall c) => torch.ones(c.Wholes("shape"), c.Type);

    private static nn.init.FanInOut Fan(GoldenCall c) => c.Text("mode") == "fan_in" ? nn.init.FanInOut.FanIn : nn.init.FanInOut.FanOut;

    private static nn.init.NonlinearityType Nonlinearity(GoldenCall c) =>
        c.Text("nonlinearity") == "relu" ? nn.init.NonlinearityType.ReLU : nn.init.NonlinearityType.LeakyReLU;
}
