using System.Linq.Expressions;
using System.Reflection;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.PublicModels.Trials;

/// <summary>Makes TorchSharp's modules, and functions that make them.</summary>
internal sealed class ModuleMaker
{
    private static readonly MethodInfo Answer = typeof(ModuleMaker)
        .GetMethod(nameof(AnswerOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>A module that can stand where a type is wanted, or null.</summary>
    /// <param name="type">The type.</param>
    /// <param name="width">How many features or channels it takes and makes.</param>
    /// <param name="choice">Which of those that are possible.</param>
    public nn.Module? Module(Type type, long width, int choice)
    {
        var possible = Possible(width).Where(make => type.IsAssignableFrom(make.Type)).ToArray();
        return possible.Length == 0 ? null : possible[choice % possible.Length].Make();
    }

    /// <summary>A function of a type: of tensors and modules, what it is given or a module; null where there is no telling.</summary>
    public Delegate? Function(Type type, long width, int choice)
    {
        var invoke = type.GetMethod("Invoke")!;
        if (invoke.ReturnType == typeof(void) || invoke.GetParameters().Any(static parameter => parameter.ParameterType.IsByRef))
        {
            return null;
        }

        var parameters = invoke.GetParameters().Select(static parameter => Expression.Parameter(parameter.ParameterType)).ToArray();
        var boxed = Expression.NewArrayInit(
            typeof(object), parameters.Select(static parameter => Expression.Convert(parameter, typeof(object))));
        var answer = Expression.Call(
            Answer,
            Expression.Constant(this),
            Expression.Constant(invoke.ReturnType),
            boxed,
            Expression.Constant(width),
            Expression.Constant(choice));
        return Expression.Lambda(type, Expression.Convert(answer, invoke.ReturnType), parameters).Compile();
    }

    private static object? AnswerOf(ModuleMaker maker, Type type, object?[] given, long width, int choice)
    {
        if (type == typeof(Tensor))
        {
            return given.OfType<Tensor>().FirstOrDefault()?.relu() ?? randn(width);
        }

        var number = given.FirstOrDefault(static value => value is int or long);
        return typeof(nn.Module).IsAssignableFrom(type)
            ? given.OfType<nn.Module>().FirstOrDefault(type.IsInstanceOfType)
                ?? maker.Module(type, number is null ? width : Convert.ToInt64(number, null), number is null ? choice : choice + 1)
            : type.IsValueType ? Activator.CreateInstance(type)
            : null;
    }

    private static IEnumerable<(Type Type, Func<nn.Module> Make)> Possible(long width) =>
    [
        Of(() => nn.ReLU()),
        Of(() => nn.BatchNorm2d(width)),
        Of(() => nn.Linear(width, width)),
        Of(() => nn.Conv2d(width, width, 3, padding: 1)),
        Of(() => nn.Identity()),
        Of(() => nn.LayerNorm(width)),
        Of(() => nn.SiLU()),
        Of(() => nn.GELU()),
        Of(() => nn.Embedding(32, width)),
        Of(() => nn.Sequential(nn.Conv2d(width, width, 3, padding: 1), nn.ReLU())),
        Of(() => nn.BatchNorm1d(width)),
        Of(() => nn.Conv1d(width, width, 3, padding: 1)),
        Of(() => nn.Dropout()),
        Of(() => nn.MaxPool2d(2)),
    ];

    private static (Type Type, Func<nn.Module> Make) Of<T>(Func<T> make)
        where T : nn.Module
        => (typeof(T), make);
}
