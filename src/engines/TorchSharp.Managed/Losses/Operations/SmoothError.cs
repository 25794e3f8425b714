using System.Numerics;

namespace TorchSharp.Modules;

/// <summary>e²/(2·beta) where e = |x − t| is below beta, e − beta/2 elsewhere.</summary>
internal readonly struct SmoothError<T>(double beta) : IPairLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T beta = T.CreateTruncating(beta);
    private readonly T half = T.CreateTruncating(0.5);

    public T Value(T x, T target)
    {
        T error = T.Abs(x - target);
        return error < beta ? half * error * error / beta : error - (half * beta);
    }

    public T InputSlope(T x, T target)
    {
        T error = x - target;
        return error <= -beta ? -T.One : error >= beta ? T.One : error / beta;
    }

    public T TargetSlope(T x, T target) => -InputSlope(x, target);
}
