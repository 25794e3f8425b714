using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Managed.Tests.Goldens.Families;

/// <summary>50 steps of every optimizer and schedule, and what clips gradients.</summary>
internal static class Training
{
    private const int Steps = 50;

    internal static void AddTo(OperationTable table)
    {
        table.AddMany("SGD", ("torch.optim.SGD", c => Optimize(c, p => SGD(p, c.Number("lr"), c.Number("momentum"), c.Number("dampening"), c.Number("decay"), c.Flag("nesterov"), c.Flag("maximize")))));
        table.AddMany("Adam", ("torch.optim.Adam", c => Optimize(c, p => Adam(p, c.Number("lr"), c.Number("beta1"), c.Number("beta2"), c.Number("eps"), c.Number("decay"), c.Flag("amsgrad"), c.Flag("maximize")))));
        table.AddMany("AdamW", ("torch.optim.AdamW", c => Optimize(c, p => AdamW(p, c.Number("lr"), c.Number("beta1"), c.Number("beta2"), c.Number("eps"), c.Number("decay"), c.Flag("amsgrad"), c.Flag("maximize")))));
        table.AddMany("RMSProp", ("torch.optim.RMSProp", c => Optimize(c, p => RMSProp(p, c.Number("lr"), c.Number("alpha"), c.Number("eps"), c.Number("decay"), c.Number("momentum"), c.Flag("centered")))));
        Schedule(table, "StepLR", (o, c) => lr_scheduler.StepLR(o, (int)c.Whole("size"), c.Number("gamma")));
        Schedule(table, "MultiStepLR", (o, c) => lr_scheduler.MultiStepLR(o, [.. c.Wholes("milestones").Select(static m => (int)m)], c.Number("gamma")));
        Schedule(table, "ExponentialLR", (o, c) => lr_scheduler.ExponentialLR(o, c.Number("gamma")));
        Schedule(table, "LambdaLR", (o, c) => lr_scheduler.LambdaLR(o, epoch => Math.Pow(c.Number("base"), epoch)));
        Schedule(table, "CosineAnnealingLR", (o, c) => lr_scheduler.CosineAnnealingLR(o, c.Number("T_max"), c.Number("eta_min")));
        Schedule(table, "LinearLR", (o, c) => lr_scheduler.LinearLR(o, c.Number("start"), c.Number("end"), (int)c.Whole("iters")));
        Schedule(table, "OneCycleLR", (o, c) => lr_scheduler.OneCycleLR(o, c.Number("max"), total_steps: 60, pct_start: c.Number("pct"), anneal_strategy: c.Text("anneal") == "cos" ? lr_scheduler.impl.OneCycleLR.AnnealStrategy.Cos : lr_scheduler.impl.OneCycleLR.AnnealStrategy.Linear, three_phase: c.Flag("three")));
        Schedule(table, "ReduceLROnPlateau", (o, c) => lr_scheduler.ReduceLROnPlateau(o, c.Text("mode"), c.Number("factor"), (int)c.Whole("patience"), c.Number("threshold"), c.Text("threshold_mode"), (int)c.Whole("cooldown")));
        table.AddMany("clip_grad_norm_", ("torch.nn.utils.clip_grad_norm_", ClipNorm));
        table.Add("clip_grad_value_", ("torch.nn.utils.clip_grad_value_", ClipValue));
    }

    /// <summary>Steps towards a target; the parameters after steps 1, 10 and 50.</summary>
    private static Tensor[] Optimize(GoldenCall c, Func<Parameter[], Optimizer> make)
    {
        Parameter[] parameters = [new(c.X[0].clone()), new(c.X[0].select(0, 0).clone())];
        using Optimizer optimizer = make(parameters);
        var kept = new List<Tensor>();
        for (int step = 1; step <= Steps; step++)
        {
            optimizer.zero_grad();
            Tensor angle = parameters[1] * 2;

            // The derivative of cos(2 p), written out: the contract has no cosine.
            Tensor slope = torch.tensor([.. angle.detach().to_type(float64).data<double>().ToArray().Select(static a => -2 * Math.Sin(a))]).to_type(c.Type);
            ((c.X[2] * (parameters[0] - c.X[1]).square()).sum() + (parameters[1] * slope).sum()).backward();
            optimizer.step();
            if (step is 1 or 10 or Steps)
            {
                kept.AddRange(parameters.Select(static p => p.detach().clone()));
            }
        }

        return [.. kept];
    }

    private static void Schedule(OperationTable table, string name, Func<Optimizer, GoldenCall, lr_scheduler.LRScheduler> make) =>
        table.AddMany(name, ($"torch.optim.lr_scheduler.{name}", c =>
        {
            using Optimizer optimizer = SGD([new Parameter(zeros(1))], c.Number("lr"), momentum: 0.9);
            lr_scheduler.LRScheduler scheduler = make(optimizer, c);
            ILearningRateController group = optimizer.ParamGroups.Single();
            double[] rates = new double[Steps];
            double[] momenta = new double[Steps];
            for (int epoch = 0; epoch < Steps; epoch++)
            {
                rates[epoch] = group.LearningRate;
                momenta[epoch] = ((IMomentum)group).Momentum;
                optimizer.step();
                if (scheduler is lr_scheduler.impl.ReduceLROnPlateau plateau)
                {
                    plateau.step(c.X[0].to_type(float64)[epoch].item<double>());
                }
                else
                {
                    scheduler.step();
                }
            }

            return [torch.tensor(rates).to_type(c.Type), torch.tensor(momenta).to_type(c.Type)];
        }
    ));

    private static Tensor[] ClipNorm(GoldenCall c)
    {
        Parameter[] parameters = [.. c.X.Select(WithGradient)];
        double total = nn.utils.clip_grad_norm_(parameters, c.Number("max"), c.Number("type"));
        return [torch.tensor(total).to_type(c.Type), .. parameters.Select(static p => p.grad!)];
    }

    private static Tensor ClipValue(GoldenCall c)
    {
        Parameter parameter = WithGradient(c.X[0]);
        nn.utils.clip_grad_value_([parameter], c.Number("value"));
        return parameter.grad!;
    }

    private static Parameter WithGradient(Tensor gradient) => new(zeros_like(gradient)) { grad = gradient.clone() };
}
