namespace DtcGen;

/// <summary>
/// Finds the first of some steps at which what is measured is allowed, where to measure is dear and to predict is not: it goes where the
/// prediction says, measures there, and corrects the prediction by what it sees.
/// </summary>
/// <param name="predict">What a step costs, but for what measurements correct: right where all is there.</param>
/// <param name="measure">What a step costs.</param>
/// <param name="before">What it cost when all was there.</param>
/// <param name="allowed">What a step may cost.</param>
internal sealed class PredictedSearch(Func<int, double> predict, Func<int, double> measure, double before, double allowed)
{
    /// <summary>A result is near from this share of what is allowed on.</summary>
    public const double Near = 0.95;

    // As near as a clock's chance lets it: what is above is not allowed.
    private const double Aim = 0.98;
    private const int MostMeasured = 6;

    private readonly Dictionary<int, double> _predicted = [];

    /// <summary>How many steps were measured.</summary>
    public int Measured { get; private set; }

    /// <summary>What the step before the one that was found cost, which is not allowed; null where it was not measured.</summary>
    public double? NextCost { get; private set; }

    /// <summary>Searches.</summary>
    /// <param name="steps">Steps have numbers from 0 to this, which is left out.</param>
    /// <returns>The step and what it was measured to cost; the number of steps where none of them is allowed.</returns>
    public (int Step, double Cost) Find(int steps)
    {
        var (tooMany, enough, cost, most) = (-1, steps, double.NaN, MostMeasured);
        List<(double Predicted, double Cost)> seen = [(before, before)];
        while (enough - tooMany > 1 && (enough == steps || (cost < Near * allowed && Measured < most)))
        {
            // Once it has gone wrong often enough, the middle it is.
            var step = Measured < MostMeasured
                ? Math.Clamp(First(tooMany, enough, Target(seen)), tooMany + 1, enough - 1)
                : (enough + tooMany) / 2;
            var measured = measure(step);
            Measured++;
            seen.Add((Predicted(step), measured));
            if (measured <= allowed)
            {
                // What is found late by halving may be far from the best.
                most = enough == steps && Measured > MostMeasured ? Measured + MostMeasured : most;
                (enough, cost) = (step, measured);
            }
            else
            {
                (tooMany, NextCost) = (step, measured);
            }
        }

        NextCost = enough - tooMany == 1 ? NextCost : null;
        return (enough, cost);
    }

    // What is predicted where what is aimed at will be measured: on the line through the nearest measurements on either side, else through
    // the last two, else through the last one and nothing at all.
    private double Target(List<(double Predicted, double Cost)> seen)
    {
        var last = seen[^1];
        var above = seen.Where(point => point.Cost > allowed).OrderBy(static point => point.Cost).FirstOrDefault();
        var below = seen.Where(point => point.Cost <= allowed).OrderByDescending(static point => point.Cost).FirstOrDefault();
        var (first, second) = above != default && below != default ? (above, below) : seen.Count > 1 ? (seen[^2], last) : (last, default);
        var slope = (second.Cost - first.Cost) / (second.Predicted - first.Predicted);
        return slope > 0 && double.IsFinite(slope)
            ? first.Predicted + (((Aim * allowed) - first.Cost) / slope)
            : Aim * allowed * last.Predicted / last.Cost;
    }

    // The first between the two that the prediction allows.
    private int First(int below, int above, double target)
    {
        while (above - below > 1)
        {
            var middle = (above + below) / 2;
            (below, above) = Predicted(middle) <= target ? (below, middle) : (middle, above);
        }

        return above;
    }

    private double Predicted(int step)
    {
        if (!_predicted.TryGetValue(step, out var cost))
        {
            _predicted[step] = cost = predict(step);
        }

        return cost;
    }
}
